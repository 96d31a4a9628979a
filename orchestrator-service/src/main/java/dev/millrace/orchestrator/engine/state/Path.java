package dev.millrace.orchestrator.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The loop passes a job stands in, outermost first: {@code each[3]/lines[0]}. Together with the node key it is the job's
 * coordinate, {@code notify@each[3]}.
 */
public record Path(List<Pass> passes) {
    public static final Path ROOT = new Path(List.of());

    public Path {
        passes = List.copyOf(passes);
    }

    /** @param index of the pass, from 0 */
    public record Pass(String loopKey, int index) {}

    public Path enter(String loopKey, int index) {
        var inner = new ArrayList<>(passes);
        inner.add(new Pass(loopKey, index));
        return new Path(inner);
    }

    /** The path around the innermost pass. */
    public Path leave() {
        return new Path(passes.subList(0, passes.size() - 1));
    }

    /** The path of the outermost passes alone. */
    Path outer(int depth) {
        return depth == passes.size() ? this : new Path(passes.subList(0, depth));
    }

    /** Whether the innermost pass is one of this loop. */
    public boolean isInPassOf(String loopKey) {
        return !passes.isEmpty() && passes.get(passes.size() - 1).loopKey().equals(loopKey);
    }

    public boolean startsWith(Path outer) {
        return passes.size() >= outer.passes.size()
                && passes.subList(0, outer.passes.size()).equals(outer.passes);
    }

    /**
     * The path that {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when the text is no path
     */
    public static Path parse(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        return new Path(List.of(text.split("/")).stream().map(Path::parsePass).toList());
    }

    private static Pass parsePass(String text) {
        int open = text.lastIndexOf('[');
        if (open < 1 || !text.endsWith("]")) {
            throw new IllegalArgumentException("Expected a pass like each[3], but was " + text);
        }
        return new Pass(text.substring(0, open), Integer.parseInt(text.substring(open + 1, text.length() - 1)));
    }

    @Override
    public String toString() {
        return passes.stream()
                .map(pass -> pass.loopKey() + "[" + pass.index() + "]")
                .collect(Collectors.joining("/"));
    }
}
