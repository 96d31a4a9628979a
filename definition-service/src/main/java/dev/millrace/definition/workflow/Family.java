package dev.millrace.definition.workflow;

import java.util.List;

/**
 * All versions of one workflow.
 *
 * @param all in the order of their ids
 * @param target the one that is meant
 */
record Family(List<VersionEntity> all, VersionEntity target) {
    /** Those that must step back when the target becomes the current version. */
    List<VersionEntity> rivals() {
        return all.stream()
                .filter(one -> one != target && (one.isCurrent() || one.isEnabled()))
                .toList();
    }

    String key() {
        return target.toVersion().key();
    }

    int nextNumber() {
        return all.stream().mapToInt(VersionEntity::version).max().orElse(0) + 1;
    }
}
