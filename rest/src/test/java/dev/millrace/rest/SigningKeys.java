package dev.millrace.rest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keys for tokens, and tokens. */
public class SigningKeys implements QuarkusTestResourceLifecycleManager {
    private static final String PRIVATE = "test.private-key";

    @Override
    public Map<String, String> start() {
        var keys = generate();
        return Map.of(
                PRIVATE,
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()),
                "mp.jwt.verify.publickey",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "mp.jwt.verify.issuer",
                "test");
    }

    @Override
    public void stop() {
        // nothing is held
    }

    static String token(String role) {
        var encoded = ConfigProvider.getConfig().getValue(PRIVATE, String.class);
        try {
            var key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            return Jwt.issuer("test").upn("someone").groups(Set.of(role)).sign(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
