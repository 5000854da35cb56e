package io.github.tucai.campaign.internal.db;

import io.github.tucai.Postgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresListedSchoolTest extends ListedSchoolTest {
    @Override
    DataSource newDataSource() {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(Postgres.freshUrl());
        return postgres;
    }
}
