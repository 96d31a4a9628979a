package dev.millrace.standalone;

import dev.millrace.definition.identity.FirstLogin;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the standalone does once the services run: installs the example, says where it is, and plays the demo if asked. */
public class StandaloneApplication implements QuarkusApplication {
    private static final Duration READY_WAIT = Duration.ofMinutes(3);
    private static final long LOGIN_SECONDS = 60;
    private static final String DEMO = "demo";

    private final FirstLogin firstLogin;
    private final OwnToken token;
    private final StandaloneSettings settings = StandaloneSettings.fromEnvironment(System.getenv());

    @Inject
    public StandaloneApplication(FirstLogin firstLogin, OwnToken token) {
        this.firstLogin = firstLogin;
        this.token = token;
    }

    @Override
    public int run(String... arguments) throws Exception {
        var api = new Api(settings, token);
        api.awaitReady(READY_WAIT);
        new InventoryExample(api, settings.data()).install();
        var password = firstLogin.generatedPassword().toCompletableFuture().get(LOGIN_SECONDS, TimeUnit.SECONDS);
        Console.say("Millrace is ready on " + settings.url());
        Console.show(welcome(password));
        if (List.of(arguments).contains(DEMO)) {
            return new Demo(api, settings).play();
        }
        Quarkus.waitForExit();
        return 0;
    }

    private String welcome(Optional<String> password) {
        return """

                API       %1$s/q/openapi
                Login     user admin, %2$s
                Shop      postgresql://millrace@localhost:%3$d/shop
                Data      %4$s (log: millrace.log)
                Stop      Ctrl-C
                """.formatted(
                settings.url(),
                password.map(text -> "password " + text + " (shown only now)").orElse("password as set before"),
                settings.postgresPort(),
                settings.data());
    }
}
