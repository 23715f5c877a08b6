package org.xincheng.notice;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.xincheng.law.LegalTime;
import org.xincheng.platform.web.ChineseDates;

/** How dates, times and item numbers are written in a Chinese letter. Templates call it {@code zh}. */
final class ChineseText {

    private static final String DIGITS = "零一二三四五六七八九";

    /** A day, e.g. 2026年2月10日. */
    public String date(LocalDate day) {
        return ChineseDates.day(day);
    }

    /** A moment in Beijing time whatever offset it comes with, e.g. 2026年3月10日（星期二）9时30分（北京时间）. */
    public String time(OffsetDateTime moment) {
        ZonedDateTime local = moment.atZoneSameInstant(LegalTime.ZONE);
        return "%s%d时%02d分（北京时间）"
                .formatted(ChineseDates.dayAndWeekday(local.toLocalDate()), local.getHour(), local.getMinute());
    }

    /** Number of an item within a part: （一）, （二） … */
    public String item(int number) {
        return "（" + numeral(number) + "）";
    }

    /** A document's title in its marks, which are not doubled. */
    public String quoted(String title) {
        return title.startsWith("《") ? title : "《" + title + "》";
    }

    /** A text's paragraphs: its lines without the empty ones. */
    public List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The text, or a dash where there is none. */
    public String orDash(String text) {
        return text == null || text.isBlank() ? "—" : text;
    }

    /** A Chinese numeral from 1 to 99. */
    static String numeral(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("no numeral for " + number);
        }
        int tens = number / 10;
        int ones = number % 10;
        var text = new StringBuilder();
        if (tens > 1) {
            text.append(DIGITS.charAt(tens));
        }
        if (tens > 0) {
            text.append('十');
        }
        if (ones > 0) {
            text.append(DIGITS.charAt(ones));
        }
        return text.toString();
    }

    /** Numbers the parts of one letter in the order in which the template reaches them. Templates call it {@code part}. */
    static final class Parts {

        private int reached;

        /** The next part's number: 一、, 二、 … */
        public String next() {
            reached++;
            return numeral(reached) + "、";
        }
    }
}
