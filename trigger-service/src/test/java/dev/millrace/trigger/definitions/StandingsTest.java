package dev.millrace.trigger.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.message.WorkflowVersion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Standings standings = new Standings();

    @Test
    void shouldKnowHowAWorkflowStoodWhenAChangeWasCommitted() {
        // given enabled at noon, disabled a minute later, enabled again a minute after that
        standings.note(version(1, true), NOON);
        standings.note(version(2, false), NOON.plusSeconds(60));
        standings.note(version(3, true), NOON.plusSeconds(120));

        // then
        assertThat(enabledAt(NOON.minusSeconds(1))).isFalse();
        assertThat(enabledAt(NOON)).isTrue();
        assertThat(enabledAt(NOON.plusSeconds(59))).isTrue();
        assertThat(enabledAt(NOON.plusSeconds(61))).isFalse();
        assertThat(enabledAt(NOON.plusSeconds(121))).isTrue();
    }

    @Test
    void shouldGoOnThroughAChangeThatLeavesItEnabled() {
        // when
        standings.note(version(1, true), NOON);
        standings.note(version(2, true), NOON.plusSeconds(60));

        // then
        assertThat(standings.ofType("collection")).singleElement().satisfies(standing -> {
            assertThat(standing.version().sequence()).isEqualTo(2);
            assertThat(standing.at(NOON.plusSeconds(1))).isTrue();
        });
    }

    @Test
    void shouldOweEverythingToAVersionThatWasEnabledBeforeAnybodyListened() {
        // when
        standings.note(version(1, true), Instant.MIN);

        // then
        assertThat(enabledAt(Instant.EPOCH)).isTrue();
    }

    @Test
    void shouldForgetWhatIsLongOver() {
        // when
        standings.note(version(1, true), NOON);
        standings.note(version(2, false), NOON.plusSeconds(1));
        standings.note(version(3, false), NOON.plusSeconds(24 * 3600));

        // then
        assertThat(standings.ofType("collection")).isEmpty();
    }

    private boolean enabledAt(Instant moment) {
        return standings.ofType("collection").stream().anyMatch(standing -> standing.at(moment));
    }

    private static WorkflowVersion version(long sequence, boolean enabled) {
        var document =
                new WorkflowDocument("k", "t", null, "collection", false, enabled, null, null, List.of(), List.of());
        return new WorkflowVersion("v1", "k", sequence, enabled, true, false, document);
    }
}
