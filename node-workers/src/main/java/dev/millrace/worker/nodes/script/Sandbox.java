package dev.millrace.worker.nodes.script;

import dev.millrace.worker.nodes.script.Machine.Image;
import dev.millrace.worker.nodes.script.ScriptEnd.Broken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import run.endive.wasm.WasmEngineException;

/**
 * Runs scripts, each in a machine of its own that begins with an image: QuickJS started, {@code sandbox.js} evaluated, and the
 * script compiled when it was run before. Starting takes 15 ms and more each time, 10 kB of script 20 ms, an image less than one.
 * Thread-safe.
 */
final class Sandbox {
    private static final long LEAST_MEMORY = 4L << 20;
    private static final long MOST_MEMORY = 1L << 30;

    private final long maxMemory;
    private final int maxResult;
    private final CompiledScripts compiled = new CompiledScripts();
    private Prepared prepared;

    private record Prepared(Image image, byte[] load, byte[] start) {}

    /**
     * @param maxMemory bytes of one script, its data and the engine's
     * @param maxResult bytes of its result as JSON
     * @throws IllegalArgumentException when the engine could not begin with so little memory, or not count so much
     */
    Sandbox(long maxMemory, int maxResult) {
        if (maxMemory < LEAST_MEMORY || maxMemory > MOST_MEMORY) {
            throw new IllegalArgumentException("Expected millrace.worker.script.memory-bytes to be from " + LEAST_MEMORY
                    + " to " + MOST_MEMORY + ", but it is " + maxMemory);
        }
        this.maxMemory = maxMemory;
        this.maxResult = maxResult;
    }

    /** Takes the image, when nobody has yet: a matter of seconds on a cold machine. */
    void prepare() {
        prepared();
    }

    private synchronized Prepared prepared() {
        if (prepared == null) {
            prepared = take();
        }
        return prepared;
    }

    private static Prepared take() {
        try (var machine = Machine.started(nobody -> " ")) {
            machine.evaluate(machine.compile(source()));
            var load = machine.compile("load();");
            var start = machine.compile("start();");
            return new Prepared(machine.image(), load, start);
        }
    }

    private static String source() {
        try (var in = Sandbox.class.getResourceAsStream("sandbox.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs until the script has ended or the calling thread is interrupted. */
    ScriptEnd run(ScriptConfig script, ScriptLog log) {
        var begin = prepared();
        var conversation = new Conversation(script, log, maxResult, maxMemory);
        var known = compiled.find(script.source());
        try (var machine = Machine.of(known.orElse(begin.image()), conversation, maxMemory)) {
            if (known.isEmpty()) {
                var stopped = evaluate(machine, begin.load());
                if (!conversation.loaded()) {
                    return conversation.end().orElse(stopped);
                }
                compiled.keep(script.source(), machine.imageBeside(begin.image()), begin.image());
            }
            var stopped = evaluate(machine, begin.start());
            return conversation.end().orElse(stopped);
        } catch (OutOfMemoryError e) {
            // The worker's own memory is at its end. What the script took is free from here on.
            return Broken.memory(maxMemory);
        }
    }

    /** What is to be said of a script that has not told itself how it ended. */
    private Broken evaluate(Machine machine, byte[] start) {
        try {
            machine.evaluate(start);
            return machine.nearlyFull() ? Broken.memory(maxMemory) : Broken.unsettled();
        } catch (StackOverflowError e) {
            return Broken.stack();
        } catch (WasmEngineException e) {
            if (machine.stackExhausted() || e.getCause() instanceof StackOverflowError) {
                return Broken.stack();
            }
            return machine.nearlyFull() ? Broken.memory(maxMemory) : Broken.crashed(e.getMessage());
        }
    }
}
