package dev.millrace.datasources.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.datasources.Collection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Collection orders = new Collection("orders", "public", "orders", List.of(), List.of(), List.of());
    private final Catalog catalog = new Catalog(this::look, nanos::get);

    @Test
    void shouldLookForAMissingNameOnceASecond() {
        // given
        catalog.find("orders").result();

        // when
        for (int i = 0; i < 100; i++) {
            assertThat(catalog.find("nope").result()).isEmpty();
        }
        nanos.addAndGet(1_000_000_000L);
        catalog.find("nope");

        // then
        assertThat(looks).hasValue(3);
    }

    @Test
    void shouldNotLookForAKnownName() {
        // when
        for (int i = 0; i < 100; i++) {
            assertThat(catalog.find("orders").result()).contains(orders);
        }

        // then
        assertThat(looks).hasValue(1);
    }

    private Future<Map<String, Collection>> look() {
        looks.incrementAndGet();
        return Future.succeededFuture(Map.of("orders", orders));
    }
}
