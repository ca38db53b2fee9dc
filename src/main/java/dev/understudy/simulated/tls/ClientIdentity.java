package dev.understudy.simulated.tls;

/**
 * With what a client shows who it is.
 *
 * @param certificate in PEM
 * @param privateKey in PEM, PKCS #8
 */
public record ClientIdentity(String certificate, String privateKey) {
    /** Shows no key. */
    @Override
    public String toString() {
        return "ClientIdentity[" + certificate + "]";
    }
}
