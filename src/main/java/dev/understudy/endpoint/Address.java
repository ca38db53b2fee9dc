package dev.understudy.endpoint;

/**
 * Where a living drill of this machine is reached.
 *
 * @param drill its id
 * @param process id of the process that runs it
 * @param port on 127.0.0.1
 * @param token whoever knows it may give orders; a secret of this user's
 */
public record Address(String drill, long process, int port, String token) {
    /** Shows everything but the token. */
    @Override
    public String toString() {
        return drill + " at 127.0.0.1:" + port + " (process " + process + ")";
    }
}
