package dev.understudy.simulated.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words. What repeats never gives back what it took, as that would cost stack for each character. */
final class Tokens {
    private static final Pattern WORD = Pattern.compile("(?<space>\\s+|#[^\\n]*)"
            + "|(?<duration>(?:\\d++(?:ms|[smhdwy]))++(?![\\w.]))"
            + "|(?<number>0[xX][0-9a-fA-F]+|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|(?i:inf|nan)\\b)"
            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'|`[^`]*+`)"
            + "|(?<sign>=~|!~|!=|==|<=|>=|[-+*/%^(){}\\[\\],=<>@:])");

    private Tokens() {}

    static List<Token> of(String query) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(query);
        int at = 0;
        while (at < query.length()) {
            if (!word.region(at, query.length()).lookingAt()) {
                throw new QueryException(at, "unexpected character: '" + query.charAt(at) + "'");
            }
            add(word, at, tokens);
            at = word.end();
        }
        tokens.add(new Token(Token.Sort.END, "", query.length()));
        return tokens;
    }

    private static void add(Matcher word, int at, List<Token> tokens) {
        if (word.group("duration") != null) {
            tokens.add(new Token(Token.Sort.DURATION, word.group(), at));
        } else if (word.group("number") != null) {
            tokens.add(new Token(Token.Sort.NUMBER, word.group(), at));
        } else if (word.group("name") != null) {
            tokens.add(new Token(Token.Sort.NAME, word.group(), at));
        } else if (word.group("string") != null) {
            tokens.add(new Token(Token.Sort.STRING, unquoted(word.group()), at));
        } else if (word.group("sign") != null) {
            tokens.add(new Token(Token.Sort.SIGN, word.group(), at));
        }
    }

    private static String unquoted(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        return quoted.startsWith("`")
                ? inner
                : inner.replace("\\n", "\n").replace("\\t", "\t").replaceAll("\\\\(.)", "$1");
    }
}
