package dev.millrace.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measure.Figure;
import dev.millrace.benchmarks.measure.Figure.Manner;
import dev.millrace.local.EmbeddedKafka;
import dev.millrace.local.EmbeddedPostgres;
import dev.millrace.local.FreePort;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
    @TempDir
    private Path folder;

    @Test
    void shouldSendEveryRecordThereAndBackAndLeaveNoTopic() throws Exception {
        try (var kafka = EmbeddedKafka.start(folder, FreePort.find(), FreePort.find())) {
            // when
            var measured = new BareLoop(kafka.bootstrapServers(), new BareLoop.Amounts(100, 1, 3, 1, 20)).measure();

            // then
            expectFigure(measured.one(), Manner.ONE_AT_A_TIME);
            expectFigure(measured.bursts(), Manner.MANY);
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith("bench"));
            }
        }
    }

    @Test
    void shouldCommitRowByRowAndLeaveNoSchema() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder, FreePort.find())) {
            // when
            var figure = new Commits(postgres.jdbcUrl("postgres") + "?user=postgres", Duration.ofMillis(200)).measure();

            // then
            expectFigure(figure, Manner.MANY);
            try (var connection = postgres.connect("postgres");
                    var rows = connection.createStatement().executeQuery("select to_regnamespace('bench')")) {
                rows.next();
                assertThat(rows.getString(1)).isNull();
            }
        }
    }

    private static void expectFigure(Figure figure, Manner manner) {
        assertThat(figure.rate()).isPositive();
        assertThat(figure.latency().p50())
                .isPositive()
                .isLessThanOrEqualTo(figure.latency().p99());
        assertThat(figure.manner()).isEqualTo(manner);
    }
}
