package dev.millrace.worker.nodes.script;

import dev.millrace.worker.nodes.script.Machine.Image;
import dev.millrace.worker.nodes.script.ScriptConfig.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Images of machines in which a script is compiled and has not begun, of those that were used last. Thread-safe. */
final class CompiledScripts {
    private static final int KEPT = 100;
    /** 64 KiB each. Scripts are some kB, which takes a few pages; a huge one is compiled each time. */
    private static final int MOST_PAGES = 12;

    private final Map<Source, Image> images = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Image> eldest) {
            return size() > KEPT;
        }
    };

    synchronized Optional<Image> find(Source source) {
        return Optional.ofNullable(images.get(source));
    }

    /** @param common the image that all others are made from */
    void keep(Source source, Image image, Image common) {
        if (image.pagesBeside(common) <= MOST_PAGES) {
            put(source, image);
        }
    }

    private synchronized void put(Source source, Image image) {
        images.put(source, image);
    }
}
