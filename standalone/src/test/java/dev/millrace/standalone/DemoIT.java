package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    @TempDir
    Path data;

    @Test
    void shouldConfirmTheOrderWithinTheStockAndRejectTheOneBeyondIt() throws Exception {
        // given
        var standalone = StandaloneProcess.on(data);

        // when
        var demo = standalone.launch("demo");

        // then
        assertThat(demo.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).as(standalone.output()).isZero();
        assertThat(standalone.output())
                .doesNotContain("The services did not stop in time")
                .contains("the order is confirmed, the stock is 2")
                .contains("the order is rejected, the stock is 2")
                .containsPattern("deduct +update +RESOLVED")
                .containsPattern("reject +update +RESOLVED");
    }
}
