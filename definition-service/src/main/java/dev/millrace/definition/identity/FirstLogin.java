package dev.millrace.definition.identity;

import dev.millrace.model.message.ExecutionIds;
import dev.millrace.rest.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Makes the first user of an installation: {@code admin}. */
@ApplicationScoped
public class FirstLogin {
    public static final String USERNAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstLogin.class);
    private static final int RANDOM_BYTES = 15;

    private final Accounts accounts;
    private final Optional<String> configured;
    private final boolean log;
    private final SecureRandom random = new SecureRandom();
    private final CompletableFuture<Optional<String>> generated = new CompletableFuture<>();

    FirstLogin(
            Accounts accounts,
            @ConfigProperty(name = "millrace.admin.password") Optional<String> configured,
            @ConfigProperty(name = "millrace.identity.log-first-login") boolean log) {
        this.accounts = accounts;
        this.configured = configured;
        this.log = log;
    }

    /**
     * Completes once it is certain that there is a user: with the password, if it was generated just now, for whoever prints
     * it. It is nowhere else, and gone with this process.
     */
    public CompletionStage<Optional<String>> generatedPassword() {
        return generated.minimalCompletionStage();
    }

    /** Makes the user when there is none. */
    public void ensure() {
        if (!accounts.isEmpty()) {
            generated.complete(Optional.empty());
            return;
        }
        String password = configured.orElseGet(this::generate);
        var admin = new Account(ExecutionIds.random(Instant.now(), random), USERNAME, Set.of(Roles.ADMIN));
        try {
            accounts.add(admin, password);
        } catch (ConstraintViolationException e) {
            LOG.debug("Another instance has made the first user");
            generated.complete(Optional.empty());
            return;
        }
        tell(password);
    }

    private void tell(String password) {
        if (configured.isEmpty() && log) {
            LOG.warnf("First login: user %s, password %s (shown this once)", USERNAME, password);
        }
        generated.complete(configured.isEmpty() ? Optional.of(password) : Optional.empty());
    }

    private String generate() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
