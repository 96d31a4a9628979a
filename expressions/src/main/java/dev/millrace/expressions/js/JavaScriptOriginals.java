package dev.millrace.expressions.js;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.expressions.Evaluation;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The JavaScript originals of the expression languages, run in an embedded engine without access to the host. Nothing is
 * loaded before it is needed: the first use of an original takes seconds, so call {@link #prepare} as soon as an
 * expression is known to need it. Thread-safe; the engine is shared, the contexts are pooled per original.
 */
public final class JavaScriptOriginals implements AutoCloseable {
    private final SharedEngine engine = new SharedEngine();
    private final Watchdog watchdog;
    private final Map<Original, ContextPool> pools = new EnumMap<>(Original.class);

    public JavaScriptOriginals() {
        this(Bounds.standard());
    }

    public JavaScriptOriginals(Bounds bounds) {
        watchdog = new Watchdog(bounds);
        for (var original : Original.values()) {
            pools.put(original, new ContextPool(engine, original, bounds, watchdog));
        }
    }

    /** Starts to load an original in the background, once. */
    public void prepare(Original original) {
        pools.get(original).prepare();
    }

    /**
     * Evaluates within the bounds. The same source is compiled once per context.
     *
     * @param values by identifier; every identifier that the source takes from outside. Always pass the same identifiers
     *     with a source
     * @return a failure is named as JavaScript names it ({@code TypeError: ...}), or {@code limit_exceeded}
     */
    public Evaluation evaluate(Original original, String source, Map<String, JsonNode> values) {
        return pools.get(original).use(context -> context.evaluate(source, values));
    }

    /** Why the source cannot be compiled. Loads the original and waits for it. */
    public Optional<Evaluation.Failure> syntaxError(Original original, String source, Collection<String> identifiers) {
        return pools.get(original)
                .use(context -> context.compile(source, identifiers))
                .failure();
    }

    @Override
    public void close() {
        watchdog.close();
        pools.values().forEach(ContextPool::close);
        engine.close();
    }
}
