package org.sanfen.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.job.ImportJob.State;
import org.sanfen.exchange.register.ReadRow;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each row of a register is beside what the place has, what taking it over writes, and what undoing brings back. */
@DatabaseTest
@Import(StagedRows.class)
class ImportPlanIT {

    @Autowired
    StagedRows rows;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void oneTown() {
        rows.oneTown();
    }

    private ReadRow hall(String... fields) {
        return rows.row(2, "1", 114.25, 22.55, fields);
    }

    private ReadRow school(String... fields) {
        return rows.row(3, "2", 114.26, 22.56, fields);
    }

    @Test
    void newRowsComeInUnderOneChangeNumberAndTheSameFileAgainChangesNothing() {
        ImportJob first = rows.take(hall("name", "\"市政厅\"", "access", "\"yes\""), school("name", "\"学校\""));

        assertThat(first.state()).isEqualTo(State.APPLIED);
        assertThat(first.counts().get("new").intValue()).isEqualTo(2);
        assertThat(rows.point("1"))
                .containsEntry("name", "市政厅")
                .containsEntry("access", "yes")
                .containsEntry("wheelchair", "unknown")
                .containsEntry("licence", "CC-BY-4.0")
                .containsEntry("visibility", "public")
                .containsEntry("lon", 114.25)
                .containsEntry("change_number", first.changeNumber())
                .containsEntry("revision", 1);

        ImportJob again = rows.take(hall("name", "\"市政厅\"", "access", "\"yes\""), school("name", "\"学校\""));

        assertThat(again.state()).isEqualTo(State.APPLIED);
        assertThat(again.counts().get("unchanged").intValue()).isEqualTo(2);
        assertThat(again.changeNumber()).isNull();
        assertThat(rows.count("point_history")).isEqualTo(2);
    }

    @Test
    void aChangedFieldIsShownBeforeAndAfterAndMakesOneRevision() {
        rows.take(hall("name", "\"市政厅\"", "level", "\"1\"", "attributes", "{\"brand\":\"Zoll\"}"), school());

        long id = rows.preview(
                hall("name", "\"新市政厅\"", "level", "null", "attributes", "{\"model\":\"X\"}"),
                rows.row(3, "2", 114.2601, 22.56));

        assertThat(rows.whats(id)).containsEntry(2L, "changed").containsEntry(3L, "changed");
        assertThat(rows.importRow(id, 2).get("changes").toString())
                .contains("\"name\": [\"市政厅\", \"新市政厅\"]")
                .contains("\"level\": [\"1\", null]")
                .contains("\"attributes\": [{\"brand\": \"Zoll\"}, {\"brand\": \"Zoll\", \"model\": \"X\"}]");
        rows.apply(id);
        assertThat(rows.point("1"))
                .containsEntry("name", "新市政厅")
                .containsEntry("level", null)
                .containsEntry("revision", 2);
        assertThat(rows.point("2")).containsEntry("lon", 114.2601).containsEntry("lat", 22.56);
    }

    @Test
    void aFieldThatTheFileDoesNotSpeakOfStays() {
        rows.take(hall("name", "\"市政厅\"", "operator", "\"市政府\""));

        ImportJob narrower = rows.take(hall("name", "\"市政厅\""));

        assertThat(narrower.changeNumber()).isNull();
        assertThat(rows.point("1")).containsEntry("operator", "市政府");
    }

    @Test
    void whatStaffEditedStaysAndIsListed() {
        rows.take(hall("name", "\"市政厅\""));
        rows.edit("1", "name", "市民中心");

        long id = rows.preview(hall("name", "\"新市政厅\"", "level", "\"2\""));

        assertThat(rows.importRow(id, 2).get("kept")).hasToString("{\"name\": [\"市民中心\", \"新市政厅\"]}");
        rows.apply(id);
        assertThat(rows.point("1")).containsEntry("name", "市民中心").containsEntry("level", "2");
    }

    @Test
    void aPointThatStaffRemovedStaysRemoved() {
        rows.take(hall());
        database.sql("UPDATE point SET status = 'removed', status_reason = 'moved', edited_fields = '{status}'")
                .update();

        long id = rows.preview(hall("name", "\"市政厅\""));

        assertThat(rows.whats(id)).containsEntry(2L, "unchanged");
        assertThat(rows.importRow(id, 2).get("kept")).hasToString("{\"status\": [\"removed\", \"active\"]}");
    }

    @Test
    void aPointThatVanishedComesBack() {
        rows.take(hall());
        database.sql("UPDATE point SET status = 'removed', status_reason = 'vanished'")
                .update();

        rows.take(hall("name", "\"市政厅\""));

        assertThat(rows.point("1"))
                .containsEntry("status", "active")
                .containsEntry("status_reason", null)
                .containsEntry("name", "市政厅");
    }

    @Test
    void aLikeNameWithin30MetresIsADuplicateAlsoAcrossScripts() {
        String there = rows.add("aed", "osm", "深圳圖書館 ＡＥＤ", 114.25, 22.55);
        rows.add("fire_hydrant", "osm", "深圳图书馆", 114.25, 22.55);

        long id = rows.preview(
                rows.row(2, "1", 114.25015, 22.55, "name", "\"深圳图书馆AED\""),
                rows.row(3, "2", 114.2515, 22.55, "name", "\"深圳图书馆AED\""),
                rows.row(4, "3", 114.25, 22.55, "name", "\"音乐厅\""));

        assertThat(rows.whats(id))
                .containsEntry(2L, "duplicate")
                .containsEntry(3L, "new")
                .containsEntry(4L, "new");
        assertThat(rows.importRow(id, 2)).containsEntry("point_id", there);
        rows.apply(id);
        assertThat(rows.count("point")).isEqualTo(4);
    }

    @Test
    void staffsWordOnARowCounts() {
        rows.add("aed", "osm", "图书馆", 114.25, 22.55);
        long id = rows.preview(hall("name", "\"图书馆\""), school("name", "\"学校\""));
        database.sql("UPDATE import_row SET take = (number = 2) WHERE job_id = :id")
                .param("id", id)
                .update();

        ImportJob job = rows.apply(id);

        assertThat(job.counts().get("points_new").intValue()).isEqualTo(1);
        assertThat(rows.point("1")).containsEntry("name", "图书馆");
    }

    @Test
    void anEditBetweenPreviewAndTakingOverIsNotLost() {
        rows.take(hall("name", "\"市政厅\"", "level", "\"1\""));
        long id = rows.preview(hall("name", "\"新市政厅\"", "level", "\"2\""));
        rows.edit("1", "name", "市民中心");

        rows.apply(id);

        assertThat(rows.point("1")).containsEntry("name", "市民中心").containsEntry("level", "2");
    }

    @Test
    void anIdThatIsOurOwnMeansThatPoint() {
        String id = rows.add("aed", "osm", "图书馆", 114.25, 22.55);

        rows.take(rows.row(2, id, 114.25, 22.55, "name", "\"市图书馆\""));

        assertThat(database.sql("SELECT name, source, edited_fields[1] AS edited FROM point")
                        .query()
                        .singleRow())
                .containsEntry("name", "市图书馆")
                .containsEntry("source", "osm")
                .containsEntry("edited", "name");
    }

    @Test
    void aPositionOfAGaussKruegerZoneIsTransformedAndOneOutsideLeftOut() {
        ReadRow inside =
                new ReadRow(2, "1", rows.row(2, "1", 0, 0).values(), 525_690.0, 2_494_720.0, null, null, List.of());
        ReadRow outside =
                new ReadRow(3, "2", inside.values().deepCopy(), 725_690.0, 2_494_720.0, null, null, List.of());
        List.of(inside, outside).forEach(row -> row.values().remove(List.of("lon", "lat")));

        long id = rows.preview("EPSG:4547", inside, outside);

        assertThat(rows.whats(id)).containsEntry(2L, "new").containsEntry(3L, "problem");
        assertThat(rows.job(id).counts().get("problems").get("outside_place").intValue())
                .isEqualTo(1);
        rows.apply(id);
        assertThat((double) rows.point("1").get("lon")).isBetween(114.2, 114.3);
        assertThat(rows.point("1")).containsEntry("source_crs", "WGS84");
    }

    @Test
    void aStationComesWithItsPointsWhicheverStandsFirst() {
        ReadRow cabinet = hall("parent", "\"2\"");
        ReadRow lost = rows.row(4, "3", 114.251, 22.551, "parent", "\"nowhere\"");

        long id = rows.preview(cabinet, school(), lost);
        rows.apply(id);

        assertThat(rows.point("1")).containsEntry("parent_id", rows.point("2").get("id"));
        assertThat(rows.point("3")).containsEntry("parent_id", null);
        assertThat(rows.job(id).counts().get("problems").get("parent_missing").intValue())
                .isEqualTo(1);
        assertThat(rows.take(cabinet, school(), lost).changeNumber()).isNull();
    }

    @Test
    void undoingRemovesWhatWasNewAndBringsBackWhatWasChanged() {
        rows.take(hall("name", "\"市政厅\""));
        ImportJob job = rows.take(hall("name", "\"新市政厅\""), school("name", "\"学校\""));

        ImportJob undone = rows.undo(job.id());

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(undone.undoNumber()).isEqualTo(job.changeNumber() + 1);
        assertThat(rows.point("1")).containsEntry("name", "市政厅").containsEntry("revision", 3);
        assertThat(rows.point("2")).containsEntry("status", "removed").containsEntry("status_reason", "import_undone");

        rows.take(hall("name", "\"新市政厅\""), school("name", "\"学校\""));
        assertThat(rows.point("1")).containsEntry("name", "新市政厅");
        assertThat(rows.point("2")).containsEntry("status", "active");
    }

    @Test
    void undoingKeepsWhatStaffChangedSinceAndListsIt() {
        rows.take(hall("name", "\"市政厅\"", "level", "\"1\""));
        ImportJob job = rows.take(hall("name", "\"新市政厅\"", "level", "\"2\""), school());
        rows.edit("1", "name", "市民中心");
        rows.edit("2", "name", "小学");

        ImportJob undone = rows.undo(job.id());

        assertThat(rows.point("1")).containsEntry("name", "市民中心").containsEntry("level", "1");
        assertThat(rows.point("2")).containsEntry("name", "小学").containsEntry("status", "active");
        assertThat(undone.counts().get("kept_since").intValue()).isEqualTo(2);
        assertThat(undone.counts().get("kept_points").toString())
                .contains((String) rows.point("1").get("id"), (String)
                        rows.point("2").get("id"));
    }
}
