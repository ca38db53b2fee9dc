package dev.understudy.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of pages. Each file is written whole or not at all; what an earlier playbook wrote there and this one does not
 * have is taken away, and nothing else is touched.
 */
public final class PlaybookFolder {
    /** Lists what a playbook wrote, so that the next one knows what is its own. */
    static final String LIST = ".playbook";

    private PlaybookFolder() {}

    /**
     * Writes files into a folder, which is made where it is missing.
     *
     * @param files texts by path relative to the folder, with slashes
     * @throws IOException when that is not possible; what was written until then stays; nothing is when a path leads out
     *     of the folder, or where a file stands that no playbook wrote
     */
    public static void write(Path folder, Map<String, String> files) throws IOException {
        SortedMap<String, String> all = new TreeMap<>(files);
        for (String name : all.keySet()) {
            inside(folder, name);
        }
        Files.createDirectories(folder);
        List<String> before = listed(folder);
        spare(folder, all.keySet(), before);
        // listed before they are written: after a kill the next playbook still knows all of them
        List<String> either = new ArrayList<>(all.keySet());
        before.stream().filter(name -> !all.containsKey(name)).forEach(either::add);
        put(folder.resolve(LIST), String.join("\n", either) + "\n");
        for (Map.Entry<String, String> file : all.entrySet()) {
            put(inside(folder, file.getKey()), file.getValue());
        }
        for (String name : before) {
            if (!all.containsKey(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        put(folder.resolve(LIST), String.join("\n", all.keySet()) + "\n");
    }

    /** What no playbook has written is somebody's own. */
    private static void spare(Path folder, Set<String> names, List<String> before) throws IOException {
        for (String name : names) {
            if (!before.contains(name) && Files.exists(folder.resolve(name))) {
                throw new IOException("its " + name + " is not of a playbook and would be lost: name another folder");
            }
        }
    }

    /** A list that somebody wrote by hand must not lead out of the folder. */
    private static List<String> listed(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.isRegularFile(list)) {
            return List.of();
        }
        Path home = folder.toAbsolutePath().normalize();
        return Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .filter(name -> !name.isBlank())
                .filter(name -> home.resolve(name).normalize().startsWith(home))
                .toList();
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        Path file = home.resolve(name).normalize();
        if (file.equals(home) || !file.startsWith(home)) {
            throw new IOException("'" + name + "' leads out of the folder " + folder);
        }
        return file;
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
