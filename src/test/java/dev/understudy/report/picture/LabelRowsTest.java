package dev.understudy.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelRowsTest {
    @Test
    void a_label_that_would_touch_another_goes_one_row_down() {
        LabelRows rows = new LabelRows(3);

        assertThat(rows.place(100, 50)).hasValue(0);
        assertThat(rows.place(80, 50)).hasValue(1);
        assertThat(rows.place(0, 40)).hasValue(0);
        assertThat(rows.used()).isEqualTo(2);
    }

    @Test
    void without_room_there_is_no_row() {
        LabelRows rows = new LabelRows(1);

        assertThat(rows.place(0, 50)).hasValue(0);
        assertThat(rows.place(20, 50)).isEmpty();
    }
}
