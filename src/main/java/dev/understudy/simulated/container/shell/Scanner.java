package dev.understudy.simulated.container.shell;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into words and operators. */
final class Scanner {
    private static final List<String> OPERATORS =
            List.of("&&", "||", ";;", ">>", "<<", ";", "|", "&", "(", ")", "<", ">");

    private final String text;
    private final int depth;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** Reads a script that is so many levels deep inside others. */
    Scanner(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    /** A word or an operator. */
    sealed interface Token {}

    record Operator(String sign) implements Token {}

    record Content(Word word) implements Token {}

    List<Token> tokens() throws SyntaxException {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\n') {
                tokens.add(new Operator(";"));
                at++;
            } else if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '#') {
                skipComment();
            } else if (!operator()) {
                WordReader reader = new WordReader(text, at, depth);
                tokens.add(new Content(reader.word()));
                at = reader.end();
            }
        }
        return tokens;
    }

    private void skipComment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private boolean operator() {
        if (redirection()) {
            return true;
        }
        for (String sign : OPERATORS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Operator(sign));
                at += sign.length();
                return true;
            }
        }
        return false;
    }

    /** Signs such as {@code 2>} and {@code >&}, which a digit belongs to. */
    private boolean redirection() {
        boolean digit = text.charAt(at) == '1' || text.charAt(at) == '2';
        int sign = digit ? at + 1 : at;
        if (sign >= text.length() || text.charAt(sign) != '>') {
            return false;
        }
        int end = sign + 1;
        if (end < text.length() && (text.charAt(end) == '&' || text.charAt(end) == '>')) {
            end++;
        }
        tokens.add(new Operator(text.substring(at, end)));
        at = end;
        return true;
    }
}
