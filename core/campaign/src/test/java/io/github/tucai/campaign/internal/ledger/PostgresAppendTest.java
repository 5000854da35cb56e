package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.Postgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresAppendTest extends AppendTest {
    @Override
    DataSource newDataSource() {
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(Postgres.freshUrl());
        return postgres;
    }
}
