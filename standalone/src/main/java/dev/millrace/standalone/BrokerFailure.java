package dev.millrace.standalone;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Handler;
import org.apache.kafka.common.utils.Exit;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** A broker that cannot go on ends its JVM, at once and without a word to the person at the command line: this has the word. */
final class BrokerFailure {
    private final Path directory;
    private final Runnable cleanUp;
    private final AtomicBoolean said = new AtomicBoolean();

    /** @param cleanUp what must not be left behind by the end of this JVM */
    BrokerFailure(Path directory, Runnable cleanUp) {
        this.directory = directory;
        this.cleanUp = cleanUp;
    }

    /** Starts the broker, and watches over it as long as this JVM runs. */
    <T> T watch(Supplier<T> start) {
        Exit.setExitProcedure((code, message) -> end(code));
        Exit.setHaltProcedure((code, message) -> end(code));
        try {
            return start.get();
        } catch (RuntimeException e) {
            Console.say(e.toString());
            end(1);
            throw e;
        }
    }

    private void end(int code) {
        try {
            if (said.compareAndSet(false, true)) {
                showReason();
                Console.say(
                        "Expected Kafka to run on " + directory + ", but it gave up; the reason is in the lines above."
                                + " Mend it and start again: nothing that was accepted is lost.");
                cleanUp.run();
            }
        } finally {
            // Also where the clean-up fails, as it does when the database had not started either.
            Runtime.getRuntime().halt(code);
        }
    }

    /** Before Quarkus runs, what is logged waits for its configuration, and would be lost with this JVM. */
    private static void showReason() {
        var delayed = InitialConfigurator.DELAYED_HANDLER;
        if (!delayed.isActivated()) {
            var console = new ConsoleHandler(new PatternFormatter("%d{HH:mm:ss} %-5p [%c{3.}] %s%e%n"));
            console.setLevel(Level.ERROR);
            delayed.setHandlers(new Handler[] {console});
        }
    }
}
