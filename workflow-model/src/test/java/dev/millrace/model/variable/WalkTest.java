package dev.millrace.model.variable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.millrace.model.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
    private static final String DATA = """
            {"a": {"b": [{"c": 1, "tags": ["x", "y"]}, {"c": 2, "tags": ["z"]}, {}]},
             "posts": [{"comments": [{"author": {"id": 1}}, {"author": {"id": 2}}]}, {"comments": [{"author": {"id": 3}}]}],
             "nested": [{"m": [[1], [2]]}], "text": "abc", "none": null, "empty": [], "named": {"length": "own", "0": "zero"}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b.0.c|1",
                "a.b.c|[1,2,null]",
                "a.b.tags|['x','y','z',null]",
                "posts.comments.author.id|[1,2,3]",
                "posts.1.comments.0.author.id|3",
                "nested.m|[[1],[2]]",
                "a.b.length|3",
                "empty.length|0",
                "empty.c|[]",
                "text.length|3",
                "text.1|'b'",
                "named.length|'own'",
                "named.0|'zero'",
                "none|null"
            },
            quoteCharacter = '`')
    void shouldFollowPath(String path, String expected) {
        var value = Walk.along(Json.parse(DATA), List.of(path.split("\\.")));

        assertThat(value).isEqualTo(Json.parse(expected.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource({"x", "a.x.y", "none.x", "a.b.7", "a.b.01", "a.b.99999999999", "text.9", "text.x", "a.b.0.c.d"})
    void shouldMissWhatIsNotThere(String path) {
        assertThat(Walk.along(Json.parse(DATA), List.of(path.split("\\."))).isMissingNode())
                .isTrue();
    }

    @Test
    void shouldReturnStartForEmptyPath() {
        assertThat(Walk.along(MissingNode.getInstance(), List.of()).isMissingNode())
                .isTrue();
    }
}
