package dev.understudy.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void shows_what_would_be_invisible() {
        assertThat(SafeText.visible("a\u0000b\u001b\u007f")).isEqualTo("a␀b␛␡");
        assertThat(SafeText.visible("a\u202Eb\uD800c\uFFFE")).isEqualTo("a\uFFFDb\uFFFDc\uFFFD");
    }

    @Test
    void leaves_ordinary_text_of_any_language_alone() {
        String text = "naïve 购物车 الدفع 👩‍🚒\n\ttab";

        assertThat(SafeText.visible(text)).isEqualTo(text);
    }

    @Test
    void cuts_between_characters_and_never_inside_one() {
        assertThat(SafeText.shortened("👍👍👍", 2)).isEqualTo("👍…");
        assertThat(SafeText.shortened("abc", 3)).isEqualTo("abc");
    }

    @Test
    void markdown_text_reads_as_it_is_written() {
        assertThat(MarkdownText.of("a|b\n# c <i> _x_ &amp;")).isEqualTo("a\\|b \\# c \\<i\\> \\_x\\_ \\&amp;");
    }

    @Test
    void an_element_escapes_text_and_attributes() {
        Element element = Element.of("a").with("t", "\"<&").text("]]> <b>");

        assertThat(element).hasToString("<a t=\"&quot;&lt;&amp;\">]]&gt; &lt;b&gt;</a>\n");
    }

    @Test
    void numbers_are_short() {
        assertThat(Element.number(100)).isEqualTo("100");
        assertThat(Element.number(0.125)).isEqualTo("0.13");
        assertThat(Element.number(-0.001)).isEqualTo("0");
    }
}
