package dev.millrace.definition.webui;

import java.util.List;

/** What an address of this server is. */
enum Place {
    /** Of the web interface: one of its pages, or a file beside them. */
    PAGE,
    /** A file whose name changes with its content. */
    ASSET,
    /** What workflows answer: written by people, so not to be trusted with this origin. */
    WEBHOOK,
    /** Interfaces for programs. */
    SERVICE;

    private static final List<String> SERVICES = List.of("/api", "/q");

    static Place of(String path) {
        if (isBelow(path, "/assets")) {
            return ASSET;
        }
        if (isBelow(path, "/webhooks")) {
            return WEBHOOK;
        }
        return SERVICES.stream().anyMatch(root -> isBelow(path, root)) ? SERVICE : PAGE;
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
