package dev.understudy.history.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * What a store of incidents holds, to the last letter.
 *
 * @param rows how many rows
 * @param hash of all of them, in the order of their keys
 */
public record StoreDigest(long rows, String hash) {
    /** Reads a journal's file. */
    public static StoreDigest of(Path journal) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM incident ORDER BY source, id")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int columns = row.getMetaData().getColumnCount();
            long rows = 0;
            while (row.next()) {
                rows++;
                for (int i = 1; i <= columns; i++) {
                    digest.update((row.getString(i) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            return new StoreDigest(rows, HexFormat.of().formatHex(digest.digest()));
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
