package dev.understudy.journal.sql;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories and files for this user alone: a journal names people. What exists already keeps its permissions. */
public final class PrivateFiles {
    private PrivateFiles() {}

    static Path directory(Path directory) throws IOException {
        return Files.isDirectory(directory) ? directory : Files.createDirectories(directory, only("rwx------"));
    }

    /** Returns the file, made empty where it is missing. */
    public static Path file(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, only("rw-------"));
            } catch (FileAlreadyExistsException e) {
                return file; // another process was quicker
            }
        }
        return file;
    }

    /** Says why the file system refused; its own message is often only the name of the file. */
    static String reason(Throwable refusal) {
        return switch (refusal) {
            case AccessDeniedException e -> "this user has no permission for " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is no directory";
            default -> String.valueOf(refusal.getMessage());
        };
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
