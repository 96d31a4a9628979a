package dev.millrace.datasources.postgres;

import static dev.millrace.datasources.TestDatabase.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementValuesTest extends StockScripts {
    StatementValuesTest() {
        super("statement_values");
    }

    /** The same columns through a record and through a statement. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean|true",
                "int2|-3",
                "int8|9007199254740993",
                "int8|12",
                "numeric|'10.50'",
                "numeric|'NaN'",
                "numeric|'12345678901234567890.123456789'",
                "float4|1.1",
                "float8|0.1",
                "float8|'Infinity'",
                "text|'a''b'",
                "varchar(3)|'abc'",
                "char(3)|'a'",
                "uuid|'6ecd8c99-4036-403d-bf84-cf8400f67836'",
                "date|'2024-02-29'",
                "date|'infinity'",
                "time|'10:00'",
                "time|'10:00:01.5'",
                "timetz|'10:00:00+02'",
                "timetz|'10:00:00-05:30'",
                "timestamp|'2024-02-29 10:00:00.123456'",
                "timestamptz|'2024-02-29 10:00:00+02'",
                "timestamptz|'infinity'",
                "timestamptz|'-infinity'",
                "interval|'1 year 2 mons -3 days 04:05:06.7'",
                "interval|'-00:00:01.5'",
                "interval|'0'",
                "bytea|'\\x00ff10'",
                "json|'{\"b\": [1, 2.50, null], \"a\": \"x\"}'",
                "jsonb|'{\"n\": 12345678901234567890}'",
                "jsonb|'null'",
                "jsonb|'\"text\"'",
                "jsonb|'[1]'",
                "int[]|'{1,2,NULL}'",
                "int8[]|'{9007199254740993}'",
                "text[]|'{a,\"b c\",NULL}'",
                "numeric[]|'{1.5,2}'",
                "bool[]|'{t,f}'",
                "uuid[]|'{6ecd8c99-4036-403d-bf84-cf8400f67836}'",
                "date[]|'{2024-02-29}'",
                "mood|'calm'",
                "inet|'10.0.0.1/24'",
                "int4range|'[1,5)'",
                "numeric|'Infinity'",
                "int[]|'{{1,2},{3,4}}'",
                "text[]|'{{a,b}}'",
                "mood[]|'{calm}'",
                "jsonb[]|array['{\"a\":1}'::jsonb]",
                "interval[]|'{1 day}'",
                "timestamptz[]|'{2024-02-29 10:00:00+02}'",
                "timestamp[]|'{2024-02-29 10:00:00}'",
                "time[]|'{10:00}'",
                "float8[]|'{0.5,NaN}'",
                "bytea[]|'{\"\\\\x00ff\"}'",
                "varchar[]|'{a}'",
                "bpchar(3)[]|'{a}'",
                "money|'12.50'",
                "point|'(1,2)'",
                "box|'(1,2),(0,0)'",
                "bit(3)|'101'",
                "varbit|'101'",
                "xml|'<a/>'",
                "tsvector|'a:1 b:2'",
                "oid|12",
                "regclass|'stock'",
                "\"char\"|'a'",
                "name|'n'",
                "cidr|'10.0.0.0/8'",
                "macaddr|'08:00:2b:01:02:03'",
                "timestamp|'-infinity'",
                "date|'-infinity'",
                "date|'0044-03-15 BC'",
                "timestamptz|'0044-03-15 10:00:00+00 BC'",
                "interval|'-1 mons +2 days'",
                "jsonpath|'$.a'",
                "timestamp|'infinity'",
            })
    void shouldShowValuesAsRecordsDo(String type, String literal) {
        // given
        database.sql(
                "create table shown (v " + type + ", id int primary key)",
                "insert into shown values (" + literal + ", 1), (null, 2)");

        // when
        var answer = run("select v, id from shown order by id").records();

        // then
        assertThat(answer.stream().map(Json::text))
                .containsExactlyElementsOf(
                        database.find("shown", "{}").stream().map(Json::text).toList());
    }

    @Test
    void shouldBindVariablesByTheTypeThatIsWantedThere() {
        // given
        database.sql("create table held (i int, n numeric, t text, b bool, m mood, j jsonb, d date, z timestamptz,"
                + " a int[], ts text[], u uuid)");
        var values = Map.of(
                "i", "'7'",
                "n", "1.25",
                "t", "5",
                "b", "true",
                "m", "'cross'",
                "j", "{'a':[1]}",
                "d", "'2024-02-29T00:00:00.000Z'",
                "z", "'2024-02-29T10:00:00+02:00'",
                "a", "[1,2]",
                "ts", "['a','b \\'c']");
        var variables = new HashMap<String, JsonNode>();
        values.forEach((name, value) -> variables.put(name, json(value.replace("\\'", "\\\""))));
        variables.put("u", Json.NODES.nullNode());

        // when
        var answer =
                run("insert into held values (:i, :n, :t, :b, :m, :j, :d, :z, :a, :ts, :u) returning *", variables);

        // then
        assertThat(Json.text(answer.records().get(0)))
                .isEqualTo("{\"i\":7,\"n\":1.25,\"t\":\"5\",\"b\":true,\"m\":\"cross\",\"j\":{\"a\":[1]},"
                        + "\"d\":\"2024-02-29\",\"z\":\"2024-02-29T08:00:00.000Z\",\"a\":[1,2],"
                        + "\"ts\":[\"a\",\"b \\\"c\"],\"u\":null}");
    }

    @Test
    void shouldBindAListWhereOneValueIsWanted() {
        assertThat(skus("sku in (:v)", "['A','C','x\\u0027) or true --']")).containsExactly("A", "C");
        assertThat(skus("id in (:v)", "[2,'3']")).containsExactly("B", "C");
        assertThat(skus("id = any(:v)", "[2,3]")).containsExactly("B", "C");
        assertThat(skus("id in (:v)", "[]")).isEmpty();
        assertThat(skus("id not in (:v)", "[]")).containsExactly("A", "B", "C");
    }

    @Test
    void shouldTakeOneValueForANameThatStandsTwice() {
        assertThat(skus("qty > :v and price < :v", "2")).containsExactly("A");
        assertThat(run("select coalesce(qty, :v) as q, count(*) from stock group by coalesce(qty, :v)", "v", "0")
                        .rows())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1 OR 1=1",
                "' or '1'='1",
                "'; drop table stock; --",
                "\\'; drop table stock; --",
                "$$; drop table stock; --",
                "{{$context.data.id}} :v $1",
            })
    void shouldTakeValuesForNothingButValues(String value) {
        // when
        var answer = run(
                "select :v as echo, id from stock where sku = :v union all select :v, 0",
                Map.of("v", Json.NODES.textNode(value)));

        // then
        assertThat(answer.records()).hasSize(1);
        assertThat(answer.records().get(0).get("echo").textValue()).isEqualTo(value);
        assertThat(database.query("select count(*) from stock")).containsExactly("3");
    }

    @Test
    void shouldBindTextsOutsideOfQueries() {
        // given
        database.sql("create procedure add(a int, b text) language sql as 'insert into stock values (a, b, 1, 1)'");

        // when
        run("call add(cast(:id as int), :sku)", Map.of("id", json("7"), "sku", json("'Q'")));

        // then
        assertThat(database.query("select sku from stock where id = 7")).containsExactly("Q");
        assertFails("create table t (a int default :v)", "v", "1", "unbound_variable", "create takes none");
    }

    private List<String> skus(String condition, String value) {
        return run("select sku from stock where " + condition + " order by id", "v", value).records().stream()
                .map(record -> record.get("sku").textValue())
                .toList();
    }
}
