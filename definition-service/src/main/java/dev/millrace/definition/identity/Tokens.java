package dev.millrace.definition.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.millrace.rest.ProblemException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues tokens (JWT, RS256) that every service can verify by itself. */
@ApplicationScoped
class Tokens {
    private final Optional<PrivateKey> key;
    private final String issuer;
    private final Duration lifetime;

    /** @param key absent where somebody else issues tokens: then there is no local login */
    Tokens(
            @ConfigProperty(name = SigningKeys.SIGNING_KEY) Optional<String> key,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "millrace.identity.token-lifetime") Duration lifetime) {
        this.key = key.map(SigningKeys::privateKey);
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    record Token(
            @JsonProperty("token") String token,
            @JsonProperty("expiresAt") Instant expiresAt) {}

    Token issue(Account account) {
        var signing = key.orElseThrow(() -> ProblemException.of(
                503,
                "local_login_disabled",
                "Expected %s to be configured, but it is not; sign in where this installation issues its tokens"
                        .formatted(SigningKeys.SIGNING_KEY)));
        var expiresAt = Instant.now().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        String token = Jwt.issuer(issuer)
                .subject(account.id())
                .upn(account.username())
                .groups(account.roles())
                .expiresAt(expiresAt)
                .sign(signing);
        return new Token(token, expiresAt);
    }
}
