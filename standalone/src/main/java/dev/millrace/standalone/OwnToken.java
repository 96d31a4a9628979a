package dev.millrace.standalone;

import dev.millrace.definition.identity.SigningKeys;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A short-lived token of the standalone itself: it holds the signing key, and speaks to the API as anyone does. */
@Singleton
public class OwnToken {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final String signingKey;
    private final String issuer;

    @Inject
    public OwnToken(
            @ConfigProperty(name = SigningKeys.SIGNING_KEY) String signingKey,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.signingKey = signingKey;
        this.issuer = issuer;
    }

    String issue() {
        return Jwt.issuer(issuer)
                .subject("standalone")
                .upn("standalone")
                .groups("admin")
                .expiresIn(LIFETIME)
                .sign(SigningKeys.privateKey(signingKey));
    }
}
