package dev.millrace.datasources.postgres;

import static dev.millrace.datasources.TestDatabase.await;
import static dev.millrace.datasources.TestDatabase.json;
import static dev.millrace.datasources.TestDatabase.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.CollectionName;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.PostgresDataSources;
import dev.millrace.datasources.TestDatabase;
import dev.millrace.local.EmbeddedPostgres;
import dev.millrace.local.FreePort;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {
    @TempDir
    Path directory;

    @Test
    void shouldNameAnOutageAndRecover() throws SQLException {
        // given: nothing there yet
        int port = FreePort.find();
        try (var sources = TestDatabase.at(port, "postgres")) {
            assertUnavailable(sources);

            // when / then: it comes
            try (var server = EmbeddedPostgres.start(directory, port);
                    var connection = server.connect("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("create table stock (id int primary key, qty int)");
                create(sources, 1);
            }

            // when / then: it goes and comes again
            assertUnavailable(sources);
            try (var server = EmbeddedPostgres.start(directory, port)) {
                assertThat(server.port()).isEqualTo(port);
                Eventually.holds(() -> create(sources, 2));
            }
        }
    }

    private static void create(PostgresDataSources sources, int id) {
        var located = await(sources.locate(CollectionName.parse("stock")));
        await(located.dataSource()
                .records()
                .create(located.collection(), json("{'id':" + id + ",'qty':1}"), List.of(), origin("e." + id)));
    }

    private static void assertUnavailable(PostgresDataSources sources) {
        assertThatThrownBy(() -> await(sources.all().get(0).refresh()))
                .isInstanceOf(DataSourceException.class)
                .hasMessageContaining("data source \"shop\"")
                .extracting(failure -> ((DataSourceException) failure).code())
                .isEqualTo("data_source_unavailable");
    }
}
