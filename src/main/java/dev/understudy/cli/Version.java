package dev.understudy.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "understudy "
                    + Objects.requireNonNullElse(
                            Version.class.getPackage().getImplementationVersion(), "(built from source)")
        };
    }
}
