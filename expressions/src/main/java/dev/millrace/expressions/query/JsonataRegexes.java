package dev.millrace.expressions.query;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts {@link LinearRegex} in place of the regular expressions that the parser has read: those of Java can run for ever on a short
 * text. The library has no hook for it, so this looks into its syntax tree; {@code QueryBoundsTest} fails should the tree change.
 */
final class JsonataRegexes {
    private static final String TREE = "ast";
    private static final String VALUE = "value";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private JsonataRegexes() {}

    static void makeLinear(Jsonata expression) {
        try {
            Field tree = Jsonata.class.getDeclaredField(TREE);
            tree.setAccessible(true);
            new JsonataRegexes().visit(tree.get(expression));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void visit(Object part) throws ReflectiveOperationException {
        if (part instanceof List<?> list) {
            for (Object element : list) {
                visit(element);
            }
        } else if (part instanceof Object[] array) {
            visit(List.of(array));
        } else if (part instanceof Parser.Symbol && seen.add(part)) {
            for (Field field : fields(part.getClass())) {
                visit(part, field);
            }
        }
    }

    private void visit(Object symbol, Field field) throws ReflectiveOperationException {
        field.setAccessible(true);
        Object child = field.get(symbol);
        if (child instanceof Pattern regex && field.getName().equals(VALUE)) {
            field.set(symbol, LinearRegex.of(regex));
        } else {
            visit(child);
        }
    }

    private static List<Field> fields(Class<?> type) {
        var fields = new ArrayList<Field>();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }
}
