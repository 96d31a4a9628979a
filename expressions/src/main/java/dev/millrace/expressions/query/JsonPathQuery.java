package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.millrace.expressions.Evaluation;
import dev.millrace.model.json.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JSONPath by com.jayway.jsonpath. A path to one place answers its value, any other the list of what it finds; what finds
 * nothing answers null, as in the reference.
 */
record JsonPathQuery(JsonPath path) implements Query {
    private static final Configuration VALUES = Configuration.builder()
            .jsonProvider(new JsonPathValues())
            .mappingProvider(new JacksonMappingProvider(Json.mapper()))
            .build();

    /** The matcher of Java's regular expressions can run for ever, and the library gives it the text itself. */
    private static final Pattern REGEX = Pattern.compile("=~");

    /** Functions keep the arguments of their first use, whatever document they are asked about later. */
    private static final Pattern FUNCTION = Pattern.compile("\\.\\w+\\(");

    /** A place in a filter that is compared with nothing. */
    private static final Pattern BARE_PLACE =
            Pattern.compile("(?<=\\(|&&|\\|\\|)\\s*(!?)\\s*(@(?:\\.\\w+|\\['[^']*'])+)\\s*(?=\\)|&&|\\|\\|)");

    /** To the library such a place holds when it is there, to the reference when its value counts as true. */
    private static final String HOLDS = "$1($2 && $2 != false && $2 != null && $2 != 0 && $2 != '')";

    private static final Pattern LAST = Pattern.compile("\\[\\(\\s*@\\.length\\s*-\\s*(\\d+)\\s*\\)]");

    static Query of(String source) {
        if (REGEX.matcher(source).find()) {
            return new RefusedQuery(
                    "Expected a JSONPath without =~, but it matches texts: use JSONata's $match or $contains for that");
        }
        if (openBrackets(source) != 0) {
            return new RefusedQuery("Expected a JSONPath query, but its brackets do not match");
        }
        String plain =
                BARE_PLACE.matcher(LAST.matcher(source).replaceAll("[-$1]")).replaceAll(HOLDS);
        var compiled = JsonPath.compile(plain);
        return FUNCTION.matcher(plain).find() ? new OfFunction(plain) : new JsonPathQuery(compiled);
    }

    /** The library takes an open bracket at the end for a part of the name. */
    private static int openBrackets(String source) {
        int open = 0;
        char quote = 0;
        for (char character : source.toCharArray()) {
            boolean isQuote = character == '\'' || character == '"';
            if (quote == 0 && !isQuote) {
                open += character == '[' ? 1 : character == ']' ? -1 : 0;
            } else if (quote == 0 || character == quote) {
                quote = quote == 0 ? character : 0;
            }
        }
        return open;
    }

    @Override
    public Evaluation ask(JsonNode source, Moment moment) {
        return Budget.within(() -> answer(path, source));
    }

    @Override
    public Optional<String> syntaxError() {
        return Optional.empty();
    }

    private static JsonNode answer(JsonPath path, JsonNode source) {
        try {
            Object found = path.read(source, VALUES);
            JsonNode value =
                    found instanceof JsonNode node ? node : Json.mapper().valueToTree(found);
            boolean nothing = value == null || !path.isDefinite() && value.isArray() && value.isEmpty();
            return nothing ? Json.NODES.nullNode() : value;
        } catch (PathNotFoundException e) {
            return Json.NODES.nullNode();
        }
    }

    private record OfFunction(String source) implements Query {
        @Override
        public Evaluation ask(JsonNode value, Moment moment) {
            return Budget.within(() -> answer(JsonPath.compile(source), value));
        }

        @Override
        public Optional<String> syntaxError() {
            return Optional.empty();
        }
    }
}
