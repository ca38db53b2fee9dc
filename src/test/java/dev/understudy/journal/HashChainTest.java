package dev.understudy.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashChainTest {
    /** From a shell: {@code printf %s drill-1 | sha256sum}. */
    private static final String START = "c9a7203fd92a9d1e909fe6dba93fa5d129ca6f82c7dbde88743d6b0d81d53ede";

    /** From a shell: {@code printf '%s%s' $START '{"ä":1}' | sha256sum}. */
    private static final String NEXT = "457025bc00a3b4efc5ae83be6e382d9ba1a4b238c5378003d311ae3b951120e4";

    @Test
    void begins_with_the_drills_id() {
        assertThat(HashChain.start("drill-1")).isEqualTo(START);
    }

    @Test
    void a_shell_can_recompute_it() {
        assertThat(HashChain.next(START, "{\"ä\":1}")).isEqualTo(NEXT);
    }
}
