package dev.millrace.definition.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/**
 * The key pair that signs and verifies tokens of local login, as settings for whoever starts the process: the private half goes
 * to this service alone ({@code millrace.identity.signing-key}), the public half to every service that serves requests ({@code
 * mp.jwt.verify.publickey}). Standalone keeps the pair in its data folder.
 */
public final class SigningKeys {
    /** Private key as base64 of PKCS#8, or as PEM. */
    public static final String SIGNING_KEY = "millrace.identity.signing-key";

    public static final String VERIFICATION_KEY = "mp.jwt.verify.publickey";

    private static final int BITS = 2048;

    private SigningKeys() {}

    /**
     * The settings for the pair in the file, which is made, readable by its owner only, when it is not there.
     *
     * @throws UncheckedIOException when the file cannot be read or written
     * @throws IllegalArgumentException when it holds no private key
     */
    public static Map<String, String> inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, base64(generate().getPrivate().getEncoded()));
            }
            String encoded = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return Map.of(SIGNING_KEY, encoded, VERIFICATION_KEY, publicHalf(privateKey(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when the text is no RSA key in base64 or PEM of PKCS#8 */
    static PrivateKey privateKey(String text) {
        String encoded = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Expected %s to be an RSA key in base64 or PEM of PKCS#8, but it is none".formatted(SIGNING_KEY),
                    e);
        }
    }

    private static String publicHalf(PrivateKey key) {
        try {
            var rsa = (RSAPrivateCrtKey) key;
            var half = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
            return base64(KeyFactory.getInstance("RSA").generatePublic(half).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected an RSA key to have a public half, but it has none", e);
        }
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected every JDK to know RSA, but this one does not", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            if (posix) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                Files.createFile(file, owner);
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
