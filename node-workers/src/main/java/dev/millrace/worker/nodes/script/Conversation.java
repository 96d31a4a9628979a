package dev.millrace.worker.nodes.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.worker.nodes.script.Machine.Message;
import dev.millrace.worker.nodes.script.ScriptEnd.Broken;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What {@code sandbox.js} and the worker say to each other while a script runs. */
final class Conversation implements Machine.Host {
    private static final String NOTHING = " ";
    private static final int SEEDS = 4;
    private static final int LONGEST_MESSAGE = 16_384;

    private final ScriptConfig script;
    private final ScriptLog log;
    private final int maxResult;
    private final long maxMemory;
    private Trace trace = Trace.NONE;
    private boolean loaded;
    private ScriptEnd end;

    Conversation(ScriptConfig script, ScriptLog log, int maxResult, long maxMemory) {
        this.script = script;
        this.log = log;
        this.maxResult = maxResult;
        this.maxMemory = maxMemory;
    }

    /** Whether the script could be compiled, and has not begun to run before it should. */
    boolean loaded() {
        return loaded && end == null;
    }

    /** Empty when the script has not told. */
    Optional<ScriptEnd> end() {
        return Optional.ofNullable(end);
    }

    @Override
    public String answer(Message message) {
        switch (message.what()) {
            case "source" -> {
                return source();
            }
            case "input" -> {
                return input();
            }
            case "loaded" -> loaded = true;
            case "log" -> log("", message);
            case "warn", "error" -> log(message.what() + ": ", message);
            case "trace" -> trace = Trace.of(text(message));
            case "returned" -> end = returned(message);
            case "memory" -> end = Broken.memory(maxMemory);
            case "syntax" -> end = Broken.syntax(text(message) + trace.first());
            case "thrown" -> thrown(text(message));
            default -> throw new IllegalStateException("Expected a word of sandbox.js, but it is " + message.what());
        }
        return NOTHING;
    }

    private String source() {
        var source = Json.object().put("content", script.source().content());
        script.source().names().forEach(source.putArray("names")::add);
        return Json.text(source);
    }

    private String input() {
        var input = Json.object().<ObjectNode>set("values", script.values());
        ThreadLocalRandom.current().ints(SEEDS).forEach(input.putArray("seed")::add);
        return Json.text(input);
    }

    private void log(String prefix, Message message) {
        log.add(prefix, message.first(log.room()), message.length());
    }

    private ScriptEnd returned(Message message) {
        return message.length() > maxResult
                ? Broken.tooLarge(maxResult, message.length())
                : new ScriptEnd.Returned(new String(message.first(maxResult), StandardCharsets.UTF_8));
    }

    private void thrown(String message) {
        var line = ("Uncaught " + message + trace.all()).getBytes(StandardCharsets.UTF_8);
        log.add("error: ", line, line.length);
        end = Broken.thrown(message);
    }

    private static String text(Message message) {
        return new String(message.first(LONGEST_MESSAGE), StandardCharsets.UTF_8);
    }
}
