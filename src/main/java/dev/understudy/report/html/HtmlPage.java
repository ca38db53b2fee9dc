package dev.understudy.report.html;

import dev.understudy.report.markup.SafeText;
import dev.understudy.report.page.Address;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.Span;
import dev.understudy.report.page.Target;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page as one HTML file: no network, no script, its style and pictures inside. The templates escape all text; what
 * they would let through but nobody could see is made visible afterwards.
 *
 * @param beside the pages at the top of the folder, for the way from one to the next
 * @param up what leads from the page to the top of its folder: empty or {@code ../}
 * @param drills whether the reports of the drills stand in the folder
 */
public record HtmlPage(Page page, List<Page> beside, String up, boolean drills) {
    private static final int WIDE = 860;
    private static final int NARROW = 340;

    public HtmlPage {
        beside = List.copyOf(beside);
    }

    /** Returns the file's text. */
    public String print() {
        StringOutput out = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("page/page.jte", this, out);
        return SafeText.visible(out.toString());
    }

    /** Returns where a link leads; empty when nothing is there. */
    public String address(Span.Link link) {
        return Address.of(link.target(), "html", up, drills).orElse("");
    }

    /** Returns the class of a link that the page's style knows; null for a plain one. */
    public @Nullable String style(Span.Link link) {
        return switch (link.target()) {
            case Target.Measure _ -> "figure";
            case Target.Drill _ -> "drill";
            case Target.Beside _, Target.Web _ -> null;
        };
    }

    /** Returns a picture as a file of its own, with its style inside. */
    public static String alone(String svg) {
        StringOutput style = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("page/picture.jte", Map.of(), style);
        int inside = svg.indexOf('>') + 1;
        return SafeText.visible(svg.substring(0, inside) + style + svg.substring(inside));
    }

    /** SVG for screens with room and for paper. */
    public String wide(Block.Picture picture) {
        return picture.drawing().draw(picture.name() + "-wide", WIDE);
    }

    /** SVG for telephones. */
    public String narrow(Block.Picture picture) {
        return picture.drawing().draw(picture.name() + "-narrow", NARROW);
    }
}
