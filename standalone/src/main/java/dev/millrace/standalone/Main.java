package dev.millrace.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Entry point of the standalone: the broker and the database first, then all services in this JVM. */
@QuarkusMain
public final class Main {
    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        var settings = StandaloneSettings.fromEnvironment(System.getenv());
        var problem = settings.findTakenPort();
        if (problem.isPresent()) {
            Console.say(problem.get());
            System.exit(REFUSED);
        }
        Console.say("Millrace keeps its data in " + settings.data());
        var infrastructure = Infrastructure.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::closeAfterQuarkus, "stop infrastructure"));
        ServiceConfiguration.of(settings, infrastructure).forEach(System::setProperty);
        Console.say("Starting the services …");
        Quarkus.run(StandaloneApplication.class, (code, failure) -> end(infrastructure, code), args);
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
