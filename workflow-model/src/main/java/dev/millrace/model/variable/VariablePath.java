package dev.millrace.model.variable;

import java.util.List;

/**
 * A path into the variables, as it stands in a template: {@code $context.data.title}. The alias root {@code ctx} is taken
 * off when the path is parsed.
 *
 * @param segments root first, never empty
 */
public record VariablePath(List<String> segments) {
    public static final String CONTEXT = "$context";
    public static final String JOBS = "$jobsMapByNodeKey";
    public static final String SCOPES = "$scopes";
    public static final String SYSTEM = "$system";
    public static final String ENV = "$env";

    private static final String ALIAS = "ctx";

    public VariablePath {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("Expected a variable path to name a root, but it is empty");
        }
    }

    public static VariablePath parse(String text) {
        var segments = List.of(text.strip().split("\\.", -1));
        boolean aliased = segments.size() > 1 && segments.get(0).equals(ALIAS);
        return new VariablePath(aliased ? segments.subList(1, segments.size()) : segments);
    }

    public String root() {
        return segments.get(0);
    }

    /** The segments behind the first {@code count}. */
    public List<String> after(int count) {
        return count >= segments.size() ? List.of() : segments.subList(count, segments.size());
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
