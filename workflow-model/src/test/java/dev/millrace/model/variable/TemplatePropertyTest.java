package dev.millrace.model.variable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.JsText;
import dev.millrace.model.json.Json;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random configs over random values; the seed is the test's name. */
class TemplatePropertyTest {
    private static final String[] AWKWARD = {
        "", "$&", "$1", "{{", "}}", "{{$context.v0}}", "{{$env.KEY}}", "a.b", "~/", "\\", "ß你😀", " "
    };

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldPutInEveryValueOnceAndExactly(long seed) {
        // given
        var random = new Random(seed);
        var context = Json.object();
        for (int i = 0; i < 4; i++) {
            context.set("v" + i, value(random, 3));
        }
        var root = Json.object().set("$context", context);
        Variables variables = path -> Walk.along(root, path.segments());
        int a = random.nextInt(4);
        int b = random.nextInt(4);
        String between = plain(random);

        // when
        var config = Json.object().put("whole", "{{$context.v" + a + "}}");
        config.put("mixed", "{{$context.v" + a + "}}" + between + "|{{ $context.v" + b + " }}");
        Resolved resolved = Template.compile(config).resolve(variables);

        // then
        assertThat(resolved.value().get("whole")).isEqualTo(context.get("v" + a));
        assertThat(resolved.value().get("mixed").textValue())
                .isEqualTo(JsText.of(context.get("v" + a)) + between + "|" + JsText.of(context.get("v" + b)));
        assertThat(resolved.secrets()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldNeitherChangeTheConfigNorDependOnEarlierResolutions(long seed) {
        // given
        var random = new Random(seed);
        JsonNode config = config(random, 4);
        JsonNode before = config.deepCopy();
        var template = Template.compile(config);
        JsonNode one = value(random, 3);
        JsonNode two = value(random, 3);

        // when
        Resolved first = template.resolve(path -> one);
        template.resolve(path -> two);
        Resolved again = template.resolve(path -> one);

        // then
        assertThat(config).isEqualTo(before);
        assertThat(again).isEqualTo(first);
        assertThat(template.isConstant()).isEqualTo(template.paths().isEmpty());
        first.secrets()
                .forEach(secret ->
                        assertThat(first.value().at(secret.pointer()).isNull()).isTrue());
    }

    private static JsonNode config(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> Json.NODES.textNode(plain(random) + "{{$context.x}}" + plain(random));
            case 1 -> Json.NODES.textNode(plain(random) + (random.nextBoolean() ? "{{$env.SECRET}}" : ""));
            case 2 -> value(random, 0);
            case 3 -> {
                var array = Json.NODES.arrayNode();
                random.ints(random.nextInt(4)).forEach(ignored -> array.add(config(random, depth - 1)));
                yield array;
            }
            default -> {
                var object = Json.object();
                random.ints(random.nextInt(4), 0, 99)
                        .forEach(name -> object.set("k" + name + plain(random), config(random, depth - 1)));
                yield object;
            }
        };
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Json.NODES.nullNode();
            case 1 -> Json.NODES.booleanNode(random.nextBoolean());
            case 2 -> Json.NODES.numberNode(random.nextInt());
            case 3 -> Json.NODES.numberNode(random.nextDouble());
            case 4 -> Json.NODES.textNode(AWKWARD[random.nextInt(AWKWARD.length)]);
            case 5 -> {
                var array = Json.NODES.arrayNode();
                random.ints(random.nextInt(4)).forEach(ignored -> array.add(value(random, depth - 1)));
                yield array;
            }
            default -> Json.object().set("k" + random.nextInt(), value(random, depth - 1));
        };
    }

    /** A text that is no template and makes none together with its neighbours. */
    private static String plain(Random random) {
        return new String[] {"", "a", " - ", "$&", "é", "~1/", "}", ":"}[random.nextInt(8)];
    }
}
