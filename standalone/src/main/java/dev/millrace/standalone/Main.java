package dev.millrace.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry point of the standalone: the broker and the database first, then all services in this JVM. */
@QuarkusMain
public final class Main {
    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        var settings = settings();
        settings.findPortProblem().ifPresent(Main::refuse);
        Console.say("Millrace keeps its data in " + settings.data());
        var infrastructure = Infrastructure.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::closeAfterQuarkus, "stop infrastructure"));
        ServiceConfiguration.of(settings, infrastructure).forEach(System::setProperty);
        Console.say("Starting the services …");
        Quarkus.run(StandaloneApplication.class, (code, failure) -> end(infrastructure, code), args);
    }

    private static StandaloneSettings settings() {
        try {
            return StandaloneSettings.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
            throw e;
        }
    }

    private static void refuse(String problem) {
        Console.say(problem);
        System.exit(REFUSED);
    }

    /**
     * Quarkus calls this when the services have stopped, and does not come back from its run: asked to exit while the JVM
     * shuts down already, as on Ctrl-C, a thread stands still for good.
     */
    private static void end(Infrastructure infrastructure, int code) {
        infrastructure.quarkusHasStopped();
        System.exit(code);
    }
}
