package dev.millrace.expressions.js;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import dev.millrace.expressions.Evaluation.Failure;
import dev.millrace.model.json.Json;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** One context with one original in it, used by one thread at a time. After a breach of its bounds it is unusable. */
final class OriginalContext {
    static final String LIMIT_EXCEEDED = "limit_exceeded";
    /** Sources are those of nodes in use, so few; what is evicted is compiled again. */
    private static final int COMPILED = 500;
    /** While they load, the libraries themselves put together texts of some ten thousand characters. */
    private static final int LIBRARY_TEXT = 1 << 20;

    private final Context context;
    private final Value compiler;
    private final Bounds bounds;
    private final Watchdog watchdog;
    private final Map<String, Compiled> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
            return size() > COMPILED;
        }
    };
    private boolean usable = true;

    private OriginalContext(Context context, Value compiler, Bounds bounds, Watchdog watchdog) {
        this.context = context;
        this.compiler = compiler;
        this.bounds = bounds;
        this.watchdog = watchdog;
    }

    static OriginalContext load(Engine engine, Original original, Bounds bounds, Watchdog watchdog) {
        var context = sandbox(engine, bounds);
        context.eval(Bundles.source(original));
        var loaded = context.getBindings("js").getMember("original");
        var compiler = loaded.getMember("compile");
        loaded.getMember("seal").executeVoid();
        // The first call initialises for seconds what later calls find there: not on the clock of a user's expression.
        compiler.execute("1 + 1", "[]").execute("{}");
        return new OriginalContext(context, compiler, bounds, watchdog);
    }

    private static Context sandbox(Engine engine, Bounds bounds) {
        return Context.newBuilder("js")
                .engine(engine)
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .allowHostAccess(HostAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowCreateThread(false)
                .allowNativeAccess(false)
                .option("js.ecmascript-version", "2023")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.graal-builtin", "false")
                // Both limits count as experimental; without them one call could ask for a gigabyte at once.
                .allowExperimentalOptions(true)
                .option("js.max-typed-array-length", Integer.toString(bounds.answer()))
                .option("js.string-length-limit", Integer.toString(Math.max(bounds.answer(), LIBRARY_TEXT)))
                .build();
    }

    boolean usable() {
        return usable;
    }

    Evaluation evaluate(String source, Map<String, JsonNode> values) {
        var function = compile(source, values.keySet());
        if (function.failure().isPresent()) {
            return function.failure().get();
        }
        var input = Json.text(values);
        var answer = bounded(() -> function.run().execute(input).asString());
        return answer.failure().<Evaluation>map(it -> it).orElseGet(() -> read(answer.value()));
    }

    Compiled compile(String source, Collection<String> identifiers) {
        var known = compiled.get(source);
        if (known == null) {
            known = compileNow(source, Json.text(identifiers));
            compiled.put(source, known);
        }
        return known;
    }

    private Compiled compileNow(String source, String identifiers) {
        var made = bounded(() -> compiler.execute(source, identifiers));
        if (made.value() == null) {
            return new Compiled(null, made.failure());
        }
        return made.value().canExecute()
                ? new Compiled(made.value(), made.failure())
                : new Compiled(null, Optional.of(failure(Json.parse(made.value().asString()))));
    }

    /** A value, or why there is none. */
    private record Outcome<T>(T value, Optional<Failure> failure) {}

    private <T> Outcome<T> bounded(Supplier<T> work) {
        var watched = watchdog.watch(() -> context.close(true));
        T value = null;
        Failure failure = null;
        try {
            value = work.get();
        } catch (PolyglotException e) {
            failure = failure(e);
        } finally {
            var breach = watchdog.release(watched);
            if (breach != null) {
                usable = false;
                failure = limit(breach);
            }
        }
        return new Outcome<>(failure == null ? value : null, Optional.ofNullable(failure));
    }

    /** What JavaScript code cannot catch: the stack and memory of the engine itself. */
    private Failure failure(PolyglotException e) {
        usable = !e.isCancelled() && !e.isInternalError() && !e.isResourceExhausted();
        return limit("Expected an expression to stay within the engine's limits, but it ended with: " + e.getMessage());
    }

    private Evaluation read(String answer) {
        if (answer.length() > bounds.answer()) {
            return limit(
                    "Expected a result of at most " + bounds.answer() + " characters, but it has " + answer.length());
        }
        var json = Json.parse(answer);
        return json.has("value") ? new Evaluation.Value(json.get("value")) : failure(json);
    }

    private Failure failure(JsonNode error) {
        var name = error.path("name").asText();
        // The engine shows the source below a syntax error; the sentence is the first line.
        var message = error.path("message").asText().lines().findFirst().orElse("");
        if (message.startsWith("Invalid string length")) {
            return limit("Expected texts of at most " + bounds.answer() + " characters, but one is longer");
        }
        return message.startsWith("#") ? new Failure(message, message) : new Failure(name, name + ": " + message);
    }

    private static Failure limit(String reason) {
        return new Failure(LIMIT_EXCEEDED, LIMIT_EXCEEDED + ": " + reason);
    }

    void close() {
        context.close(true);
    }
}
