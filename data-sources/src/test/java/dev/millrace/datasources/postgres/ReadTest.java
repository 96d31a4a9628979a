package dev.millrace.datasources.postgres;

import static dev.millrace.datasources.TestDatabase.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.datasources.Records.Selection;
import dev.millrace.datasources.Records.Sort;
import dev.millrace.datasources.TestDatabase;
import dev.millrace.model.json.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadTest {
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.with(
                "reading",
                "create table owners (id int primary key, name text)",
                "create table categories (id int primary key, name text, owner_id int references owners)",
                "create table posts (id int primary key, rank int, category_id int references categories)",
                "insert into owners values (1, 'Ann')",
                "insert into categories values (21, 'news', 1), (22, 'empty', null)",
                "insert into posts values (1, 5, 21), (2, 5, 21), (3, null, null), (4, 9, 22)",
                """
                create table kinds (id int primary key, big int8, small_big int8, price numeric, real_number float8,
                    flag bool, day date, clock time, at timestamptz, wall timestamp, ref uuid, doc jsonb, list int8[],
                    moments timestamptz[], bytes bytea, span interval, address inet)
                """,
                """
                insert into kinds values (1, 9007199254740993, 9007199254740992, 1200.50, 0.1, true, '2024-02-29',
                    '10:30', '2024-02-29T10:30:15.123456+02:00', '2024-02-29 10:30', '00000000-0000-0000-0000-00000000000a',
                    '{"a":[1,null]}', '{1,9007199254740993,null}', '{2024-02-29T10:30:00Z}', '\\x00ff', '1 day', '10.0.0.1'),
                    (2, null, null, 'NaN', 'Infinity', null, 'infinity', null, 'infinity', null, null, 'null', null, null,
                    null, null, null), (3, -5, 0, 100, 1e20, null, null, null, '2024-01-01', null, null, null, '{}',
                    null, '', null, null)
                """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void shouldShowEveryTypeAsJson() {
        // when
        ObjectNode first = database.find("kinds", "{'id':1}").get(0);

        // then
        assertThat(Json.parse(first.toString()))
                .isEqualTo(json("{'id':1,'big':'9007199254740993','small_big':9007199254740992,'price':1200.5,"
                        + "'real_number':0.1,'flag':true,'day':'2024-02-29','clock':'10:30:00',"
                        + "'at':'2024-02-29T08:30:15.123Z','wall':'2024-02-29T10:30:00.000',"
                        + "'ref':'00000000-0000-0000-0000-00000000000a','doc':{'a':[1,null]},"
                        + "'list':[1,'9007199254740993',null],'moments':['2024-02-29T10:30:00+00:00'],"
                        + "'bytes':'AP8=','span':'1 day','address':'10.0.0.1/32'}"));
    }

    @Test
    void shouldShowWhatJsonCannotSayAsText() {
        // when
        ObjectNode second = database.find("kinds", "{'id':2}").get(0);
        ObjectNode third = database.find("kinds", "{'id':3}").get(0);

        // then
        assertThat(second.get("price").textValue()).isEqualTo("NaN");
        assertThat(second.get("real_number").textValue()).isEqualTo("Infinity");
        assertThat(second.get("at").textValue()).isEqualTo("infinity");
        assertThat(second.get("big").isNull()).isTrue();
        assertThat(third.get("price")).isEqualTo(json("100"));
        assertThat(third.get("big")).isEqualTo(json("-5"));
        assertThat(third.get("at").textValue()).isEqualTo("2024-01-01T00:00:00.000Z");
    }

    @Test
    void shouldSortNullsLastAndBreakTiesByKey() {
        // when / then
        assertThat(ids(new Sort("rank", true))).containsExactly(4, 1, 2, 3);
        assertThat(ids(new Sort("rank", false))).containsExactly(1, 2, 4, 3);
        assertThat(ids(new Sort(null, true), new Sort("id", true))).containsExactly(4, 3, 2, 1);
        assertThatThrownBy(() -> ids(new Sort("nope", true))).hasMessageContaining("nope");
    }

    @Test
    void shouldPage() {
        // when
        var page = database.find("posts", new Selection(null, List.of(new Sort("id", true)), 2, 3, List.of()));

        // then
        assertThat(page).extracting(post -> post.get("id").intValue()).containsExactly(1);
    }

    @Test
    void shouldAppendAssociations() {
        // when
        var posts = database.find("posts", "{}", "category.owner");
        var categories = database.find("categories", "{}", "posts", "owner");

        // then
        assertThat(posts.get(0).at("/category/owner/name").textValue()).isEqualTo("Ann");
        assertThat(posts.get(2).get("category").isNull()).isTrue();
        assertThat(posts.get(3).at("/category/owner").isNull()).isTrue();
        assertThat(categories.get(0).get("posts")).hasSize(2);
        assertThat(categories.get(1).get("posts")).hasSize(1);
        assertThatThrownBy(() -> database.find("posts", "{}", "category.nope")).hasMessageContaining("nope");
    }

    private static List<Integer> ids(Sort... sorts) {
        return database.find("posts", new Selection(null, List.of(sorts), 1, 20, List.of())).stream()
                .map(post -> post.get("id").intValue())
                .toList();
    }
}
