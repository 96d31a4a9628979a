package dev.millrace.datasources.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.TestDatabase;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.with(
                "filters",
                "create type mood as enum ('sad', 'happy')",
                "create table owners (id int primary key, name text)",
                "insert into owners values (1, 'Ann'), (2, 'Bob')",
                "create table categories (id int primary key, name text, owner_id int references owners)",
                "insert into categories values (21, 'news', 1), (22, 'empty', null)",
                """
                create table posts (id bigint primary key, title text, read int, published boolean, score float8,
                    price numeric(10, 2), mood mood, ref uuid, code char(4), words text[], meta jsonb, plain json,
                    day date, at timestamptz, wall timestamp, category_id int references categories)
                """,
                """
                insert into posts values
                (11, 't1', 5, true, 1.5, 10, 'sad', '00000000-0000-0000-0000-00000000000a', 'ab', '{x,y}',
                 '["a","b"]', '{"k":1}', '2024-02-29', '2023-01-01T00:00:00Z', '2024-05-15 08:00', 21),
                (12, 't2', 7, false, 2.5, 20.55, 'happy', null, 'cd', '{}', '[]', null, '2024-03-01',
                 '2022-12-31T16:00:00Z', '2024-05-14 23:59:59', 21),
                (13, 'T3 e_%x', null, true, null, null, null, null, null, '{y}', '{"a":1}', null, '2024-05-15',
                 '2022-12-30T15:59:59.999Z', '2024-05-01 00:00', null),
                (14, null, 9, null, 0.1, 5, null, null, '', null, null, null, null, null, null, 22),
                (15, '', 1, false, 0, 0, null, null, null, null, 'null', null, null, null, null, null)
                """,
                "create table tags (id int primary key, name text, color text, post_id bigint references posts)",
                "insert into tags values (1, 'a', 'red', 11), (2, 'b', 'blue', 11), (3, 'a', 'blue', 12), (4, 'b', 'x', 12)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Short forms and groups
                "{'title': 't2'} | 12",
                "{'title.$eq': 't2'} | 12",
                "{} | 11 12 13 14 15",
                "{'$and': [{}]} | 11 12 13 14 15",
                "{'$or': []} | 11 12 13 14 15",
                "{'$or': [{'title': 't1'}, {'read': {'$gt': 8}}]} | 11 14",
                "{'$and': [{'published': {'$isTruly': true}}, {'$or': [{'title': 't1'}, {'title': 't2'}]}]} | 11",
                "{'$not': {'title': 't1'}} | 12 13 14 15",
                "{'read': {'$gt': 4, '$lt': 8}} | 11 12",
                "{'read': {'$or': [{'$lt': 2}, {'$gt': 8}]}} | 14 15",
                "{'read': {'$not': {'$gt': 4}}} | 13 15",
                // Comparison
                "{'title': {'$eq': null}} | 14",
                "{'title': null} | 14",
                "{'title': {'$eq': ['t1', 't2']}} | 11 12",
                "{'id': '11'} | 11",
                "{'title': {'$ne': 't1'}} | 12 13 14 15",
                "{'title': {'$ne': null}} | 11 12 13 15",
                "{'title': {'$ne': ['t1', 't2']}} | 13 14 15",
                "{'read': {'$gt': 5}} | 12 14",
                "{'read': {'$gt': 5.5}} | 12 14",
                "{'read': {'$lt': 99999999999}} | 11 12 14 15",
                "{'read': {'$gte': '7'}} | 12 14",
                "{'score': {'$lt': 1}} | 14 15",
                "{'price': {'$lte': 10}} | 11 14 15",
                "{'price': 20.55} | 12",
                "{'read': {'$between': [6, 9]}} | 12 14",
                "{'read': {'$notBetween': [6, 9]}} | 11 15",
                "{'published': {'$is': null}} | 14",
                "{'published': {'$is': true}} | 11 13",
                "{'published': {'$not': true}} | 12 14 15",
                "{'title': {'$not': null}} | 11 12 13 15",
                "{'mood': 'happy'} | 12",
                "{'ref': '00000000-0000-0000-0000-00000000000A'} | 11",
                "{'code': 'ab'} | 11",
                "{'plain': {'k': 1}} | 11",
                "{'meta': {'$eq': {'a': 1}}} | 13",
                "{'words': {'$eq': ['x', 'y']}} | 11",
                "{'day': '2024-03-01'} | 12",
                "{'at': '2023-01-01T01:00:00+01:00'} | 11",
                // Lists
                "{'id': {'$in': [11, 13]}} | 11 13",
                "{'id': {'$in': 11}} | 11",
                "{'id': {'$in': []}} | ``",
                "{'id': {'$in': null}} | ``",
                "{'title': {'$in': ['t1', null]}} | 11 14",
                "{'title': {'$notIn': ['t1']}} | 12 13 14 15",
                "{'title': {'$notIn': ['t1', null]}} | 12 13 15",
                "{'id': {'$notIn': []}} | 11 12 13 14 15",
                // Texts
                "{'title': {'$includes': 'T'}} | 11 12 13",
                "{'title': {'$includes': '_'}} | 13",
                "{'title': {'$includes': '%'}} | 13",
                "{'title': {'$includes': ['1', '2']}} | 11 12",
                "{'title': {'$includes': null}} | 14",
                "{'id': {'$includes': 5}} | 15",
                "{'title': {'$notIncludes': 'e'}} | 11 12 15",
                "{'title': {'$notIncludes': ['1', '2']}} | 13 15",
                "{'title': {'$startsWith': 't1'}} | 11",
                "{'title': {'$notStartsWith': 't'}} | 15",
                "{'title': {'$endWith': 'X'}} | 13",
                "{'title': {'$notEndWith': '1'}} | 12 13 15",
                "{'title': {'$like': 't_'}} | 11 12",
                "{'title': {'$notLike': 't_'}} | 13 15",
                "{'title': {'$iLike': 'T%'}} | 11 12 13",
                "{'title': {'$notILike': 'T%'}} | 15",
                "{'title': {'$regexp': '^t[12]$'}} | 11 12",
                // Presence
                "{'title': {'$empty': true}} | 14 15",
                "{'title': {'$notEmpty': true}} | 11 12 13",
                "{'title': {'$empty': false}} | 11 12 13",
                "{'read': {'$empty': true}} | 13",
                "{'words': {'$empty': true}} | 12 14 15",
                "{'meta': {'$empty': true}} | 12 14 15",
                "{'meta': {'$notEmpty': true}} | 11 13",
                "{'id': {'$exists': true}} | 11 12 13 14 15",
                "{'category_id': {'$notExists': true}} | 13 15",
                "{'published': {'$isTruly': true}} | 11 13",
                "{'published': {'$isFalsy': true}} | 12 14 15",
                "{'published': {'$isTruly': 'true'}} | 11 13",
                "{'published': {'$isFalsy': false}} | 11 13",
                // Arrays
                "{'words': {'$match': ['y', 'x']}} | 11",
                "{'words': {'$notMatch': ['y', 'x']}} | 12 13 14 15",
                "{'words': {'$anyOf': ['y', 'z']}} | 11 13",
                "{'words': {'$anyOf': 'x'}} | 11",
                "{'words': {'$noneOf': ['x']}} | 12 13 14 15",
                "{'words': {'$arrayEmpty': true}} | 12 14 15",
                "{'words': {'$arrayNotEmpty': true}} | 11 13",
                "{'meta': {'$match': ['b', 'a']}} | 11",
                "{'meta': {'$anyOf': ['b', 'q']}} | 11",
                "{'meta': {'$noneOf': ['b']}} | 12 13 14 15",
                "{'meta': {'$arrayEmpty': true}} | 12 13 14 15",
                // Dates
                "{'at': {'$dateOn': '2023+00:00'}} | 11",
                "{'at': {'$dateOn': '2023+08:00'}} | 11 12",
                "{'at': {'$dateBefore': '2023+00:00'}} | 12 13",
                "{'at': {'$dateAfter': '2022+00:00'}} | 11",
                "{'at': {'$dateBetween': '[2022-12-31,2023-01-05]+00:00'}} | 11 12",
                "{'at': {'$dateBetween': ['2022-12-31', '2023-01-01', '[)', '+00:00']}} | 12",
                "{'at': {'$dateNotBefore': '2023+08:00'}} | 11 12",
                "{'at': {'$dateNotAfter': '2022-12-30+00:00'}} | 13",
                "{'at': {'$dateNotOn': '2023+00:00'}} | 12 13",
                "{'at': {'$dateOn': '2023-01-01T00:00:00.000Z'}} | 11",
                "{'at': {'$dateAfter': '2022-12-31T16:00:00.000Z'}} | 11",
                "{'at': {'$dateOn': '2023-01-01T01'}} | 11",
                "{'day': {'$dateOn': '2024-02'}} | 11",
                "{'day': {'$dateOn': '2024Q1'}} | 11 12",
                "{'day': {'$dateOn': '2024W09'}} | 11 12",
                "{'day': {'$dateOn': {'type': 'today'}}} | 13",
                "{'day': {'$dateOn': {'type': 'past', 'number': 2, 'unit': 'month'}}} | 12",
                "{'wall': {'$dateOn': {'type': 'today'}}} | 11",
                "{'wall': {'$dateOn': {'type': 'thisMonth'}}} | 11 12 13",
                "{'wall': {'$dateOn': '2024-05-15T06:00:00Z'}} | 11",
                // Associations
                "{'category.name': 'news'} | 11 12",
                "{'category': {'name': {'$includes': 'new'}}} | 11 12",
                "{'category.name.$includes': 'new'} | 11 12",
                "{'category.owner.name': 'Ann'} | 11 12",
                "{'category.name': {'$ne': 'news'}} | 13 14 15",
                "{'category.owner.name': null} | 13 14 15",
                "{'category.$notExists': true} | 13 15",
                "{'category': {'$exists': true}} | 11 12 14",
                "{'tags.name': 'a'} | 11 12",
                "{'tags.name': 'a', 'tags.color': 'blue'} | 12",
                "{'tags': {'name': 'a', 'color': 'blue'}} | 12",
                "{'tags.$exists': true} | 11 12",
                "{'tags.id.$notExists': true} | 13 14 15",
                "{'$or': [{'tags.color': 'red'}, {'title': 'T3 e_%x'}]} | 11 13",
                "{'read': 7, 'tags.name': {'$in': ['a', 'b']}} | 12",
            })
    void shouldFind(String filter, String ids) {
        // when
        var found = database.find("posts", filter);

        // then
        assertThat(found.stream().map(post -> post.get("id").asText()).collect(Collectors.joining(" ")))
                .isEqualTo(ids);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'nope': 1} | unknown_field | nope",
                "{'category.nope': 1} | unknown_field | nope",
                "{'title.sub': 1} | unknown_field | title.sub",
                "{'title': {'$nope': 1}} | unknown_operator | $nope",
                "{'$nope': 1} | unknown_operator | $nope",
                "{'title': {'sub': 1}} | unknown_operator | sub",
                "{'category': 5} | invalid_filter | category",
                "[1] | invalid_filter | [1]",
                "{'read': 'abc'} | invalid_value | read",
                "{'published': 'maybe'} | invalid_value | published",
                "{'ref': 'x'} | invalid_value | ref",
                "{'at': 'yesterday'} | invalid_value | at",
                "{'title': {'$eq': {'$col': 'x'}}} | invalid_value | title",
                "{'title': {'$regexp': '('}} | invalid_value | regular expression",
                "{'at': {'$dateOn': '2024-13'}} | invalid_value | at",
                "{'title': {'$dateOn': '2024'}} | operator_not_supported | title",
                "{'title': {'$isTruly': true}} | operator_not_supported | title",
                "{'title': {'$anyOf': ['a']}} | operator_not_supported | title",
                "{'read': {'$between': [1]}} | invalid_value | read",
            })
    void shouldRefuse(String filter, String code, String named) {
        // when / then
        assertThatThrownBy(() -> database.find("posts", filter))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining(named)
                .extracting(failure -> ((DataSourceException) failure).code())
                .isEqualTo(code);
    }
}
