package dev.understudy.simulated.container.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads one word: plain text, quotes and what a dollar sign stands for. */
final class WordReader {
    private static final String ENDS = " \t\r\n;|&()<>";

    private final String text;
    private final int depth;
    private final List<Word.Piece> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private boolean wasQuoted;

    WordReader(String text, int from, int depth) {
        this.text = text;
        this.depth = depth;
        this.at = from;
    }

    /** Where the word ended. */
    int end() {
        return at;
    }

    Word word() throws SyntaxException {
        while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
            char next = text.charAt(at++);
            switch (next) {
                case '\'' -> single();
                case '"' -> doubled();
                case '\\' -> escaped();
                case '$' -> dollar(false);
                case '`' -> throw new SyntaxException("backquotes are not understood here; write $(...)");
                default -> plain.append(next);
            }
        }
        settle();
        if (pieces.isEmpty() && wasQuoted) {
            pieces.add(new Word.Literal(""));
        }
        return new Word(pieces);
    }

    private void settle() {
        if (!plain.isEmpty()) {
            pieces.add(new Word.Literal(plain.toString()));
            plain.setLength(0);
        }
    }

    private void single() throws SyntaxException {
        plain.append(text, at, upTo('\''));
        at = upTo('\'') + 1;
        wasQuoted = true;
    }

    private void escaped() {
        if (at < text.length()) {
            plain.append(text.charAt(at++));
        }
    }

    private void doubled() throws SyntaxException {
        wasQuoted = true;
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0) {
                plain.append(text.charAt(at++));
            } else if (next == '$') {
                dollar(true);
            } else {
                plain.append(next);
            }
        }
        if (at >= text.length()) {
            throw new SyntaxException("unterminated quoted string");
        }
        at++;
    }

    private void dollar(boolean quoted) throws SyntaxException {
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '(') {
            int close = closing();
            settle();
            pieces.add(new Word.Output(Script.read(text.substring(at + 1, close), depth + 1), quoted));
            at = close + 1;
        } else if (next == '{') {
            int close = upTo('}');
            settle();
            braced(text.substring(at + 1, close), quoted);
            at = close + 1;
        } else if (next == '?' || next == '$' || next == '#') {
            settle();
            pieces.add(new Word.Variable(String.valueOf(next), "", quoted));
            at++;
        } else {
            named(quoted);
        }
    }

    private void named(boolean quoted) {
        int end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == at) {
            plain.append('$');
            return;
        }
        settle();
        pieces.add(new Word.Variable(text.substring(at, end), "", quoted));
        at = end;
    }

    private void braced(String inside, boolean quoted) throws SyntaxException {
        String[] parts = inside.split(":-", 2);
        if (!parts[0].matches("[A-Za-z_][A-Za-z0-9_]*|\\?")) {
            throw new SyntaxException("${" + inside + "}: bad substitution");
        }
        pieces.add(new Word.Variable(parts[0], parts.length > 1 ? parts[1] : "", quoted));
    }

    private int upTo(char sign) throws SyntaxException {
        int found = text.indexOf(sign, at);
        if (found < 0) {
            throw new SyntaxException("unterminated quoted string");
        }
        return found;
    }

    private int closing() throws SyntaxException {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new SyntaxException("syntax error: unexpected end of file (expecting \")\")");
    }
}
