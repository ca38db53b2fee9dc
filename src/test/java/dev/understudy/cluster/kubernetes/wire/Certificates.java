package dev.understudy.cluster.kubernetes.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Makes an authority and certificates of it, with the JDK's own keytool. */
final class Certificates {
    static final String PASSWORD = "changeit";

    private final Path directory;

    Certificates(Path directory) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory);
        keytool("ca", "-genkeypair", "-dname", "CN=test-ca", "-keyalg", "EC", "-ext", "bc:c", "-validity", "3650");
        keytool("ca", "-exportcert", "-rfc", "-file", file("ca.pem"));
    }

    /** Returns the authority's certificate as a kubeconfig holds it. */
    String authority() throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve("ca.pem")));
    }

    /**
     * Makes a key store with a server's certificate, valid for ten days.
     *
     * @param address such as {@code ip:127.0.0.1}
     * @param start such as {@code -30d}
     */
    Path server(String name, String address, String start) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-dname", "CN=" + name, "-keyalg", "EC");
        keytool(name, "-certreq", "-file", file(name + ".csr"));
        keytool(
                "ca",
                "-gencert",
                "-rfc",
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".pem"),
                "-ext",
                "san=" + address,
                "-startdate",
                start,
                "-validity",
                "10");
        Files.writeString(
                directory.resolve("chain.pem"),
                Files.readString(directory.resolve(name + ".pem")) + Files.readString(directory.resolve("ca.pem")));
        keytool(name, "-importcert", "-noprompt", "-file", file("chain.pem"));
        return directory.resolve(name + ".p12");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", alias, "-keystore", file(alias + ".p12"), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        Path output = directory.resolve("keytool.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(output));
        }
    }
}
