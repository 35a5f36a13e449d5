--
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    user_id text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    title text NOT NULL COLLATE pg_catalog."C",
    description text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    completed_at timestamp with time zone,
    version bigint NOT NULL,
    idempotency_key text COLLATE pg_catalog."C",
    fingerprint bytea,
    sort_status smallint,
    sort_updated_at timestamp with time zone
)
WITH (fillfactor='90');


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    indexing smallint DEFAULT 0 NOT NULL
);


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (number, name, checksum, applied_at) FROM stdin;
1	0001_users_and_tasks	e704cf18ec1a0aeb07bf743339254b2c109ed2737b670b294317877a525f58c5	2026-11-28 19:41:46.091521+00
2	0002_tasks_in_default_order	a3213e631553c7b177d9bf0c076fa03494fe1aac4699d10938321a7d6844024d	2026-11-28 19:41:46.091521+00
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (user_id, id, title, description, created_at, updated_at, completed_at, version, idempotency_key, fingerprint, sort_status, sort_updated_at) FROM stdin;
alice	01a223ad-8cd8-746a-b557-606f861ba586	Buy milk	\N	2026-11-28 19:41:46.072+00	2026-11-28 19:41:46.072+00	\N	1	\N	\N	\N	\N
alice	01a223ad-8d3f-71f0-a004-5639f5aa4ba5	An empty description		2026-11-28 19:41:46.175+00	2026-11-28 19:41:46.175+00	\N	1	\N	\N	\N	\N
alice	01a223ad-8d40-743b-a8c5-f40db2a82547	Lines, tabs; 'quotes' "and" \\ ünï©ode 🥛	a\n\tb\r\nlong long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long 	2026-11-28 19:41:46.176+00	2026-11-28 19:41:46.176+00	\N	1	\N	\N	\N	\N
alice	01a223ad-8d42-703c-a86a-66455371011f	Made completed	\N	2026-11-28 19:41:46.178+00	2026-11-28 19:41:46.178+00	2026-11-28 19:41:46.178+00	1	\N	\N	\N	\N
alice	01a223ad-8d42-703d-ab73-4162a5ada892	With a key	\N	2026-11-28 19:41:46.178+00	2026-11-28 19:41:46.178+00	\N	1	key-1	\\x0e42877183a24b68a64e1a8be69f07b4029c3c01bbde3f4484255c4ea7db9108	\N	\N
alice	01a223ad-8d47-7508-8344-8b703985b382	Changed again	x	2026-11-28 19:41:46.183+00	2026-11-28 19:41:46.186+00	2026-11-28 19:41:46.186+00	3	\N	\N	\N	\N
alice	00000000-0000-4000-8000-000000000001	Under an id of her own	\N	2026-11-28 19:41:46.187+00	2026-11-28 19:41:46.187+00	\N	1	\N	\N	\N	\N
böb/%2F;'	00000000-0000-4000-8000-000000000001	The same id, another user's	\N	2026-11-28 19:41:46.188+00	2026-11-28 19:41:46.188+00	\N	1	\N	\N	\N	\N
carol	01a223ad-8d4d-7712-b565-9ae307145772	Under an id of todod's, 0	\N	2026-11-28 19:41:46.189+00	2026-11-28 19:41:46.189+00	\N	1	\N	\N	\N	\N
carol	01a223ad-8d4d-7713-be99-1d2f0e5bf305	Under an id of todod's, 1	\N	2026-11-28 19:41:46.189+00	2026-11-28 19:41:46.189+00	\N	1	\N	\N	\N	\N
carol	01a223ad-8d4e-76b7-895c-7c47a2f5733d	Under an id of todod's, 2	\N	2026-11-28 19:41:46.19+00	2026-11-28 19:41:46.19+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d50-74cf-bb2f-9eae0e6b91e9	Task 0	\N	2026-11-28 19:41:46.192+00	2026-11-28 19:41:46.192+00	2026-11-28 19:41:46.192+00	1	\N	\N	\N	\N
large	01a223ad-8d50-74d0-89ba-850d24ce3818	Task 1	\N	2026-11-28 19:41:46.192+00	2026-11-28 19:41:46.192+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d51-73ab-b0b4-fadeb5a18341	Task 2	\N	2026-11-28 19:41:46.193+00	2026-11-28 19:41:46.193+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d51-73ac-b678-20994d241bfa	Task 3	\N	2026-11-28 19:41:46.193+00	2026-11-28 19:41:46.193+00	2026-11-28 19:41:46.193+00	1	\N	\N	\N	\N
large	01a223ad-8d52-76ab-b6cc-07b67f9133f8	Task 4	\N	2026-11-28 19:41:46.194+00	2026-11-28 19:41:46.194+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d52-76ac-8f2a-adc674c6def6	Task 5	\N	2026-11-28 19:41:46.194+00	2026-11-28 19:41:46.194+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d52-76ad-a3ed-6d3907d01566	Task 6	\N	2026-11-28 19:41:46.194+00	2026-11-28 19:41:46.194+00	2026-11-28 19:41:46.194+00	1	\N	\N	\N	\N
large	01a223ad-8d53-7436-81ec-742c883f0676	Task 0	\N	2026-11-28 19:41:46.195+00	2026-11-28 19:41:46.195+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d53-7437-a9f5-30646c9774d8	Task 1	\N	2026-11-28 19:41:46.195+00	2026-11-28 19:41:46.195+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d53-7438-a8a7-48f41d815cf5	Task 2	\N	2026-11-28 19:41:46.195+00	2026-11-28 19:41:46.195+00	2026-11-28 19:41:46.195+00	1	\N	\N	\N	\N
large	01a223ad-8d54-708e-9f81-82ed50f90506	Task 3	\N	2026-11-28 19:41:46.196+00	2026-11-28 19:41:46.196+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d54-708f-b4ef-b00672f69150	Task 4	\N	2026-11-28 19:41:46.196+00	2026-11-28 19:41:46.196+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d57-70dd-bbba-e25e5613b804	Task 5	\N	2026-11-28 19:41:46.199+00	2026-11-28 19:41:46.199+00	2026-11-28 19:41:46.199+00	1	\N	\N	\N	\N
large	01a223ad-8d57-70de-9734-586f6969522a	Task 6	\N	2026-11-28 19:41:46.199+00	2026-11-28 19:41:46.199+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d58-7550-be1f-64c5d81dd297	Task 0	\N	2026-11-28 19:41:46.2+00	2026-11-28 19:41:46.2+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d58-7551-967f-3866c5d4b376	Task 1	\N	2026-11-28 19:41:46.2+00	2026-11-28 19:41:46.2+00	2026-11-28 19:41:46.2+00	1	\N	\N	\N	\N
large	01a223ad-8d58-7552-b021-60fe5f38f550	Task 2	\N	2026-11-28 19:41:46.2+00	2026-11-28 19:41:46.2+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d59-7142-87b6-7824a4a02046	Task 3	\N	2026-11-28 19:41:46.201+00	2026-11-28 19:41:46.201+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d59-7143-99be-f59b938aa5fd	Task 4	\N	2026-11-28 19:41:46.201+00	2026-11-28 19:41:46.201+00	2026-11-28 19:41:46.201+00	1	\N	\N	\N	\N
large	01a223ad-8d59-7144-b73c-d0b0658e2445	Task 5	\N	2026-11-28 19:41:46.201+00	2026-11-28 19:41:46.201+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5a-7325-a713-beea90bbc255	Task 6	\N	2026-11-28 19:41:46.202+00	2026-11-28 19:41:46.202+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5a-7326-8f3d-41c17bffc063	Task 0	\N	2026-11-28 19:41:46.202+00	2026-11-28 19:41:46.202+00	2026-11-28 19:41:46.202+00	1	\N	\N	\N	\N
large	01a223ad-8d5a-7327-a461-bf277ea65d9b	Task 1	\N	2026-11-28 19:41:46.202+00	2026-11-28 19:41:46.202+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5b-73e0-9dbb-cb048c05a521	Task 2	\N	2026-11-28 19:41:46.203+00	2026-11-28 19:41:46.203+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5b-73e1-bff9-d864fa477b79	Task 3	\N	2026-11-28 19:41:46.203+00	2026-11-28 19:41:46.203+00	2026-11-28 19:41:46.203+00	1	\N	\N	\N	\N
large	01a223ad-8d5b-73e2-a9e4-61e382bc56fd	Task 4	\N	2026-11-28 19:41:46.203+00	2026-11-28 19:41:46.203+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5c-75e1-bbc3-aa51fc0be015	Task 5	\N	2026-11-28 19:41:46.204+00	2026-11-28 19:41:46.204+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5c-75e2-a5c5-db270d62f954	Task 6	\N	2026-11-28 19:41:46.204+00	2026-11-28 19:41:46.204+00	2026-11-28 19:41:46.204+00	1	\N	\N	\N	\N
large	01a223ad-8d5c-75e3-a4d2-1890cecd5396	Task 0	\N	2026-11-28 19:41:46.204+00	2026-11-28 19:41:46.204+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5d-768e-bc35-7360f5a3aebc	Task 1	\N	2026-11-28 19:41:46.205+00	2026-11-28 19:41:46.205+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5d-768f-95fc-5ad759caa5ac	Task 2	\N	2026-11-28 19:41:46.205+00	2026-11-28 19:41:46.205+00	2026-11-28 19:41:46.205+00	1	\N	\N	\N	\N
large	01a223ad-8d5d-7690-a4c2-96550820aa2f	Task 3	\N	2026-11-28 19:41:46.205+00	2026-11-28 19:41:46.205+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5e-73a6-b785-23250549dd8a	Task 4	\N	2026-11-28 19:41:46.206+00	2026-11-28 19:41:46.206+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5e-73a7-9860-9352dd37d189	Task 5	\N	2026-11-28 19:41:46.206+00	2026-11-28 19:41:46.206+00	2026-11-28 19:41:46.206+00	1	\N	\N	\N	\N
large	01a223ad-8d5e-73a8-bc8d-8a7e9e8c43b5	Task 6	\N	2026-11-28 19:41:46.206+00	2026-11-28 19:41:46.206+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5f-768a-84db-a0be3fb24e40	Task 0	\N	2026-11-28 19:41:46.207+00	2026-11-28 19:41:46.207+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5f-768b-9cdd-ee06ef84144a	Task 1	\N	2026-11-28 19:41:46.207+00	2026-11-28 19:41:46.207+00	2026-11-28 19:41:46.207+00	1	\N	\N	\N	\N
large	01a223ad-8d5f-768c-afb2-e8782200f8bb	Task 2	\N	2026-11-28 19:41:46.207+00	2026-11-28 19:41:46.207+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d5f-768d-8825-47ff52e4eb19	Task 3	\N	2026-11-28 19:41:46.207+00	2026-11-28 19:41:46.207+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d63-7121-8c69-8e793c1e5baf	Task 4	\N	2026-11-28 19:41:46.211+00	2026-11-28 19:41:46.211+00	2026-11-28 19:41:46.211+00	1	\N	\N	\N	\N
large	01a223ad-8d63-7122-b73e-026d5486a1ce	Task 5	\N	2026-11-28 19:41:46.211+00	2026-11-28 19:41:46.211+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d64-7252-9db4-d9e6f1352081	Task 6	\N	2026-11-28 19:41:46.212+00	2026-11-28 19:41:46.212+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d64-7253-a1b5-a8ab6b831053	Task 0	\N	2026-11-28 19:41:46.212+00	2026-11-28 19:41:46.212+00	2026-11-28 19:41:46.212+00	1	\N	\N	\N	\N
large	01a223ad-8d64-7254-93f2-b07308075c36	Task 1	\N	2026-11-28 19:41:46.212+00	2026-11-28 19:41:46.212+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d65-730f-89ec-fcf148163467	Task 2	\N	2026-11-28 19:41:46.213+00	2026-11-28 19:41:46.213+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d65-7310-a81d-1e04af00f4b3	Task 3	\N	2026-11-28 19:41:46.213+00	2026-11-28 19:41:46.213+00	2026-11-28 19:41:46.213+00	1	\N	\N	\N	\N
large	01a223ad-8d65-7311-a3f6-b8df72eb9091	Task 4	\N	2026-11-28 19:41:46.213+00	2026-11-28 19:41:46.213+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d65-7312-b009-ff5bf5660fa7	Task 5	\N	2026-11-28 19:41:46.213+00	2026-11-28 19:41:46.213+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d66-7462-be55-ec9c3568c354	Task 6	\N	2026-11-28 19:41:46.214+00	2026-11-28 19:41:46.214+00	2026-11-28 19:41:46.214+00	1	\N	\N	\N	\N
large	01a223ad-8d66-7463-93ae-888501293443	Task 0	\N	2026-11-28 19:41:46.214+00	2026-11-28 19:41:46.214+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d66-7464-8546-819797391cd0	Task 1	\N	2026-11-28 19:41:46.214+00	2026-11-28 19:41:46.214+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d67-75c1-b43f-30ed143c22a6	Task 2	\N	2026-11-28 19:41:46.215+00	2026-11-28 19:41:46.215+00	2026-11-28 19:41:46.215+00	1	\N	\N	\N	\N
large	01a223ad-8d67-75c2-bcda-99379542db48	Task 3	\N	2026-11-28 19:41:46.215+00	2026-11-28 19:41:46.215+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6b-70d6-8d05-34c8f172d81d	Task 4	\N	2026-11-28 19:41:46.219+00	2026-11-28 19:41:46.219+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6b-70d7-8c33-8b58babf3cbe	Task 5	\N	2026-11-28 19:41:46.219+00	2026-11-28 19:41:46.219+00	2026-11-28 19:41:46.219+00	1	\N	\N	\N	\N
large	01a223ad-8d6c-720d-b66e-50dfc5651b82	Task 6	\N	2026-11-28 19:41:46.22+00	2026-11-28 19:41:46.22+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6c-720e-b4a4-58cfb32c9c1b	Task 0	\N	2026-11-28 19:41:46.22+00	2026-11-28 19:41:46.22+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6c-720f-8a65-4beb8f4e9b54	Task 1	\N	2026-11-28 19:41:46.22+00	2026-11-28 19:41:46.22+00	2026-11-28 19:41:46.22+00	1	\N	\N	\N	\N
large	01a223ad-8d6d-73eb-9a96-e9fbcc770618	Task 2	\N	2026-11-28 19:41:46.221+00	2026-11-28 19:41:46.221+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6d-73ec-b2f5-29d5edf36428	Task 3	\N	2026-11-28 19:41:46.221+00	2026-11-28 19:41:46.221+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6d-73ed-8ef8-240744b13060	Task 4	\N	2026-11-28 19:41:46.221+00	2026-11-28 19:41:46.221+00	2026-11-28 19:41:46.221+00	1	\N	\N	\N	\N
large	01a223ad-8d6e-7787-b1e9-7a995adc5e00	Task 5	\N	2026-11-28 19:41:46.222+00	2026-11-28 19:41:46.222+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6f-7120-973e-c71bbf4062ed	Task 6	\N	2026-11-28 19:41:46.223+00	2026-11-28 19:41:46.223+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d6f-7121-ba26-1d2fb4529a9e	Task 0	\N	2026-11-28 19:41:46.223+00	2026-11-28 19:41:46.223+00	2026-11-28 19:41:46.223+00	1	\N	\N	\N	\N
large	01a223ad-8d6f-7122-b0d0-878d81ea1131	Task 1	\N	2026-11-28 19:41:46.223+00	2026-11-28 19:41:46.223+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d70-7760-8b9a-47a2672bfeb3	Task 2	\N	2026-11-28 19:41:46.224+00	2026-11-28 19:41:46.224+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d70-7761-8b15-0e41dcbbbc58	Task 3	\N	2026-11-28 19:41:46.224+00	2026-11-28 19:41:46.224+00	2026-11-28 19:41:46.224+00	1	\N	\N	\N	\N
large	01a223ad-8d70-7762-a22a-c04d305da838	Task 4	\N	2026-11-28 19:41:46.224+00	2026-11-28 19:41:46.224+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d71-76af-8306-c29820105c66	Task 5	\N	2026-11-28 19:41:46.225+00	2026-11-28 19:41:46.225+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d71-76b0-982e-4a0bf4d91264	Task 6	\N	2026-11-28 19:41:46.225+00	2026-11-28 19:41:46.225+00	2026-11-28 19:41:46.225+00	1	\N	\N	\N	\N
large	01a223ad-8d73-7751-9072-b34a4742906e	Task 0	\N	2026-11-28 19:41:46.227+00	2026-11-28 19:41:46.227+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d74-7757-8c42-1bb863a977db	Task 1	\N	2026-11-28 19:41:46.228+00	2026-11-28 19:41:46.228+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d74-7758-afc8-b5b518ef53fb	Task 2	\N	2026-11-28 19:41:46.228+00	2026-11-28 19:41:46.228+00	2026-11-28 19:41:46.228+00	1	\N	\N	\N	\N
large	01a223ad-8d74-7759-b53f-30c9a9d7d883	Task 3	\N	2026-11-28 19:41:46.228+00	2026-11-28 19:41:46.228+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d75-7083-b064-63a90ff9ce26	Task 4	\N	2026-11-28 19:41:46.229+00	2026-11-28 19:41:46.229+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d75-7084-b090-64d7ead26345	Task 5	\N	2026-11-28 19:41:46.229+00	2026-11-28 19:41:46.229+00	2026-11-28 19:41:46.229+00	1	\N	\N	\N	\N
large	01a223ad-8d75-7085-8bc3-2a9802259305	Task 6	\N	2026-11-28 19:41:46.229+00	2026-11-28 19:41:46.229+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d75-7086-9db6-7f980ec5a319	Task 0	\N	2026-11-28 19:41:46.229+00	2026-11-28 19:41:46.229+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d76-7478-a0c9-58ef36782fe9	Task 1	\N	2026-11-28 19:41:46.23+00	2026-11-28 19:41:46.23+00	2026-11-28 19:41:46.23+00	1	\N	\N	\N	\N
large	01a223ad-8d76-7479-98f1-7e4abae3922b	Task 2	\N	2026-11-28 19:41:46.23+00	2026-11-28 19:41:46.23+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d76-747a-a1f6-bec4948464a9	Task 3	\N	2026-11-28 19:41:46.23+00	2026-11-28 19:41:46.23+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d77-7032-b3dd-8d8b0de420cd	Task 4	\N	2026-11-28 19:41:46.231+00	2026-11-28 19:41:46.231+00	2026-11-28 19:41:46.231+00	1	\N	\N	\N	\N
large	01a223ad-8d7b-7696-9097-97b3a3eb20a7	Task 5	\N	2026-11-28 19:41:46.235+00	2026-11-28 19:41:46.235+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d7f-71d6-a8f7-df7f0981612a	Task 6	\N	2026-11-28 19:41:46.239+00	2026-11-28 19:41:46.239+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d7f-71d7-92b3-07fbc2b97f8c	Task 0	\N	2026-11-28 19:41:46.239+00	2026-11-28 19:41:46.239+00	2026-11-28 19:41:46.239+00	1	\N	\N	\N	\N
large	01a223ad-8d80-74af-bab4-a8e2d187a679	Task 1	\N	2026-11-28 19:41:46.24+00	2026-11-28 19:41:46.24+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d80-74b0-8ac1-b16ed692d49c	Task 2	\N	2026-11-28 19:41:46.24+00	2026-11-28 19:41:46.24+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d80-74b1-8542-008a48fd3388	Task 3	\N	2026-11-28 19:41:46.24+00	2026-11-28 19:41:46.24+00	2026-11-28 19:41:46.24+00	1	\N	\N	\N	\N
large	01a223ad-8d81-7146-b0bf-475a6a77a2da	Task 4	\N	2026-11-28 19:41:46.241+00	2026-11-28 19:41:46.241+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d81-7147-9eaf-a7cf5298a591	Task 5	\N	2026-11-28 19:41:46.241+00	2026-11-28 19:41:46.241+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d81-7148-a8e6-03275bf9269b	Task 6	\N	2026-11-28 19:41:46.241+00	2026-11-28 19:41:46.241+00	2026-11-28 19:41:46.241+00	1	\N	\N	\N	\N
large	01a223ad-8d81-7149-a339-1aa83776674d	Task 0	\N	2026-11-28 19:41:46.241+00	2026-11-28 19:41:46.241+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d82-7716-87cf-e596dd77913f	Task 1	\N	2026-11-28 19:41:46.242+00	2026-11-28 19:41:46.242+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d82-7717-8fd7-327567d1326d	Task 2	\N	2026-11-28 19:41:46.242+00	2026-11-28 19:41:46.242+00	2026-11-28 19:41:46.242+00	1	\N	\N	\N	\N
large	01a223ad-8d82-7718-bfe8-6a918b1e85fd	Task 3	\N	2026-11-28 19:41:46.242+00	2026-11-28 19:41:46.242+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d83-745c-808e-67fb4fa5d217	Task 4	\N	2026-11-28 19:41:46.243+00	2026-11-28 19:41:46.243+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d83-745d-afe6-6249a7119bb2	Task 5	\N	2026-11-28 19:41:46.243+00	2026-11-28 19:41:46.243+00	2026-11-28 19:41:46.243+00	1	\N	\N	\N	\N
large	01a223ad-8d84-700f-9732-e7a6781c8f43	Task 6	\N	2026-11-28 19:41:46.244+00	2026-11-28 19:41:46.244+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d84-7010-9ccc-8f4a0c9f15d8	Task 0	\N	2026-11-28 19:41:46.244+00	2026-11-28 19:41:46.244+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d84-7011-b616-47ab0c18137a	Task 1	\N	2026-11-28 19:41:46.244+00	2026-11-28 19:41:46.244+00	2026-11-28 19:41:46.244+00	1	\N	\N	\N	\N
large	01a223ad-8d85-7218-9a27-5cb77133e34f	Task 2	\N	2026-11-28 19:41:46.245+00	2026-11-28 19:41:46.245+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d85-7219-b9e8-8ac9a74b7149	Task 3	\N	2026-11-28 19:41:46.245+00	2026-11-28 19:41:46.245+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d85-721a-b2d6-5ef9e5ce85a2	Task 4	\N	2026-11-28 19:41:46.245+00	2026-11-28 19:41:46.245+00	2026-11-28 19:41:46.245+00	1	\N	\N	\N	\N
large	01a223ad-8d86-77ec-8e9b-ced63d38ee63	Task 5	\N	2026-11-28 19:41:46.246+00	2026-11-28 19:41:46.246+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d86-77ed-b7cc-329a02b70ccb	Task 6	\N	2026-11-28 19:41:46.246+00	2026-11-28 19:41:46.246+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d86-77ee-97ba-49609f7f78bc	Task 0	\N	2026-11-28 19:41:46.246+00	2026-11-28 19:41:46.246+00	2026-11-28 19:41:46.246+00	1	\N	\N	\N	\N
large	01a223ad-8d86-77ef-8f64-2a6b30740a17	Task 1	\N	2026-11-28 19:41:46.246+00	2026-11-28 19:41:46.246+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d87-70c4-b2f7-a73025334b00	Task 2	\N	2026-11-28 19:41:46.247+00	2026-11-28 19:41:46.247+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d87-70c5-bfad-13538e349e09	Task 3	\N	2026-11-28 19:41:46.247+00	2026-11-28 19:41:46.247+00	2026-11-28 19:41:46.247+00	1	\N	\N	\N	\N
large	01a223ad-8d88-774c-b20d-48ec4c6cdfaf	Task 4	\N	2026-11-28 19:41:46.248+00	2026-11-28 19:41:46.248+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d88-774d-b37e-f1a8ef941e34	Task 5	\N	2026-11-28 19:41:46.248+00	2026-11-28 19:41:46.248+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d88-774e-9dd9-00decd89cdd8	Task 6	\N	2026-11-28 19:41:46.248+00	2026-11-28 19:41:46.248+00	2026-11-28 19:41:46.248+00	1	\N	\N	\N	\N
large	01a223ad-8d89-741a-9fd2-f92e0925980f	Task 0	\N	2026-11-28 19:41:46.249+00	2026-11-28 19:41:46.249+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d89-741b-851f-8dd83e3f2d4b	Task 1	\N	2026-11-28 19:41:46.249+00	2026-11-28 19:41:46.249+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d8b-77cb-b8ed-6d2aa53305ae	Task 2	\N	2026-11-28 19:41:46.251+00	2026-11-28 19:41:46.251+00	2026-11-28 19:41:46.251+00	1	\N	\N	\N	\N
large	01a223ad-8d8f-718d-a7fb-dbc6189241ee	Task 3	\N	2026-11-28 19:41:46.255+00	2026-11-28 19:41:46.255+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d90-75f7-9006-87935d6337ef	Task 4	\N	2026-11-28 19:41:46.256+00	2026-11-28 19:41:46.256+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d90-75f8-a038-91a1e7168ec6	Task 5	\N	2026-11-28 19:41:46.256+00	2026-11-28 19:41:46.256+00	2026-11-28 19:41:46.256+00	1	\N	\N	\N	\N
large	01a223ad-8d91-71a2-a8f5-d3b91d0ff6b1	Task 6	\N	2026-11-28 19:41:46.257+00	2026-11-28 19:41:46.257+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d91-71a3-9387-891c66ff99af	Task 0	\N	2026-11-28 19:41:46.257+00	2026-11-28 19:41:46.257+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d91-71a4-8d23-bbb087bf9b14	Task 1	\N	2026-11-28 19:41:46.257+00	2026-11-28 19:41:46.257+00	2026-11-28 19:41:46.257+00	1	\N	\N	\N	\N
large	01a223ad-8d92-75da-887d-c7867389a98f	Task 2	\N	2026-11-28 19:41:46.258+00	2026-11-28 19:41:46.258+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d92-75db-8928-f7c53af4bd08	Task 3	\N	2026-11-28 19:41:46.258+00	2026-11-28 19:41:46.258+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d92-75dc-9982-db1cc18c9c7c	Task 4	\N	2026-11-28 19:41:46.258+00	2026-11-28 19:41:46.258+00	2026-11-28 19:41:46.258+00	1	\N	\N	\N	\N
large	01a223ad-8d93-707e-92a5-e527eea1f0e3	Task 5	\N	2026-11-28 19:41:46.259+00	2026-11-28 19:41:46.259+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d93-707f-89f5-975621b49580	Task 6	\N	2026-11-28 19:41:46.259+00	2026-11-28 19:41:46.259+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d93-7080-ab2b-0d31b50ecd88	Task 0	\N	2026-11-28 19:41:46.259+00	2026-11-28 19:41:46.259+00	2026-11-28 19:41:46.259+00	1	\N	\N	\N	\N
large	01a223ad-8d94-72c9-8746-80c8727f3e71	Task 1	\N	2026-11-28 19:41:46.26+00	2026-11-28 19:41:46.26+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d94-72ca-8843-63c065073c47	Task 2	\N	2026-11-28 19:41:46.26+00	2026-11-28 19:41:46.26+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d97-74e5-b9bd-095a5b25f810	Task 3	\N	2026-11-28 19:41:46.263+00	2026-11-28 19:41:46.263+00	2026-11-28 19:41:46.263+00	1	\N	\N	\N	\N
large	01a223ad-8d98-7444-8d8e-76ff6873e5ca	Task 4	\N	2026-11-28 19:41:46.264+00	2026-11-28 19:41:46.264+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d98-7445-8efb-9e225c71e693	Task 5	\N	2026-11-28 19:41:46.264+00	2026-11-28 19:41:46.264+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d99-71a2-8423-b967571cd17b	Task 6	\N	2026-11-28 19:41:46.265+00	2026-11-28 19:41:46.265+00	2026-11-28 19:41:46.265+00	1	\N	\N	\N	\N
large	01a223ad-8d99-71a3-a833-42ecf95080c2	Task 0	\N	2026-11-28 19:41:46.265+00	2026-11-28 19:41:46.265+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d99-71a4-a5dd-16b08c70cfaf	Task 1	\N	2026-11-28 19:41:46.265+00	2026-11-28 19:41:46.265+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d99-71a5-8d99-726955019c7d	Task 2	\N	2026-11-28 19:41:46.265+00	2026-11-28 19:41:46.265+00	2026-11-28 19:41:46.265+00	1	\N	\N	\N	\N
large	01a223ad-8d9a-7135-ab17-d38a871b3a44	Task 3	\N	2026-11-28 19:41:46.266+00	2026-11-28 19:41:46.266+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d9a-7136-96c9-bbec79b620a7	Task 4	\N	2026-11-28 19:41:46.266+00	2026-11-28 19:41:46.266+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d9b-70a6-8d48-046084d156a1	Task 5	\N	2026-11-28 19:41:46.267+00	2026-11-28 19:41:46.267+00	2026-11-28 19:41:46.267+00	1	\N	\N	\N	\N
large	01a223ad-8d9b-70a7-ad95-655ebf5a1f8e	Task 6	\N	2026-11-28 19:41:46.267+00	2026-11-28 19:41:46.267+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d9c-77a8-bade-32455a258783	Task 0	\N	2026-11-28 19:41:46.268+00	2026-11-28 19:41:46.268+00	\N	1	\N	\N	\N	\N
large	01a223ad-8d9f-70f9-b971-38a7ab15aff7	Task 1	\N	2026-11-28 19:41:46.271+00	2026-11-28 19:41:46.271+00	2026-11-28 19:41:46.271+00	1	\N	\N	\N	\N
large	01a223ad-8da0-738a-83ca-0edf7c07ae62	Task 2	\N	2026-11-28 19:41:46.272+00	2026-11-28 19:41:46.272+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da0-738b-a0dc-7fa4db97bb8c	Task 3	\N	2026-11-28 19:41:46.272+00	2026-11-28 19:41:46.272+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da0-738c-9067-d99794a410a8	Task 4	\N	2026-11-28 19:41:46.272+00	2026-11-28 19:41:46.272+00	2026-11-28 19:41:46.272+00	1	\N	\N	\N	\N
large	01a223ad-8da1-7135-8559-ae223032b3e0	Task 5	\N	2026-11-28 19:41:46.273+00	2026-11-28 19:41:46.273+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da1-7136-ab2f-3fea001b16e0	Task 6	\N	2026-11-28 19:41:46.273+00	2026-11-28 19:41:46.273+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da1-7137-81d6-1587e4508cb7	Task 0	\N	2026-11-28 19:41:46.273+00	2026-11-28 19:41:46.273+00	2026-11-28 19:41:46.273+00	1	\N	\N	\N	\N
large	01a223ad-8da2-73b9-b68e-c12e94ade037	Task 1	\N	2026-11-28 19:41:46.274+00	2026-11-28 19:41:46.274+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da2-73ba-8de9-274874bb50f8	Task 2	\N	2026-11-28 19:41:46.274+00	2026-11-28 19:41:46.274+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da3-7727-9b89-8ab65fe3e9f1	Task 3	\N	2026-11-28 19:41:46.275+00	2026-11-28 19:41:46.275+00	2026-11-28 19:41:46.275+00	1	\N	\N	\N	\N
large	01a223ad-8da3-7728-9be2-cdc4258cc187	Task 4	\N	2026-11-28 19:41:46.275+00	2026-11-28 19:41:46.275+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da4-701d-b680-596cbeea9555	Task 5	\N	2026-11-28 19:41:46.276+00	2026-11-28 19:41:46.276+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da4-701e-ad2a-562929a0a90e	Task 6	\N	2026-11-28 19:41:46.276+00	2026-11-28 19:41:46.276+00	2026-11-28 19:41:46.276+00	1	\N	\N	\N	\N
large	01a223ad-8da4-701f-9077-c32530f51840	Task 0	\N	2026-11-28 19:41:46.276+00	2026-11-28 19:41:46.276+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da4-7020-8f70-1ab64d0ae967	Task 1	\N	2026-11-28 19:41:46.276+00	2026-11-28 19:41:46.276+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da7-76b9-ae13-6b08339a596f	Task 2	\N	2026-11-28 19:41:46.279+00	2026-11-28 19:41:46.279+00	2026-11-28 19:41:46.279+00	1	\N	\N	\N	\N
large	01a223ad-8da8-713e-978a-bec092a58e08	Task 3	\N	2026-11-28 19:41:46.28+00	2026-11-28 19:41:46.28+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da8-713f-9481-3f3e205e6532	Task 4	\N	2026-11-28 19:41:46.28+00	2026-11-28 19:41:46.28+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da8-7140-8840-85a6bcd3caa9	Task 5	\N	2026-11-28 19:41:46.28+00	2026-11-28 19:41:46.28+00	2026-11-28 19:41:46.28+00	1	\N	\N	\N	\N
large	01a223ad-8da9-76ac-bb88-bfc49bb6257c	Task 6	\N	2026-11-28 19:41:46.281+00	2026-11-28 19:41:46.281+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da9-76ad-9e2d-6e206172576e	Task 0	\N	2026-11-28 19:41:46.281+00	2026-11-28 19:41:46.281+00	\N	1	\N	\N	\N	\N
large	01a223ad-8da9-76ae-bfd8-9e647a4ee99d	Task 1	\N	2026-11-28 19:41:46.281+00	2026-11-28 19:41:46.281+00	2026-11-28 19:41:46.281+00	1	\N	\N	\N	\N
large	01a223ad-8da9-76af-8939-04986e738987	Task 2	\N	2026-11-28 19:41:46.281+00	2026-11-28 19:41:46.281+00	\N	1	\N	\N	\N	\N
large	01a223ad-8daa-721a-9de1-2139861bbb31	Task 3	\N	2026-11-28 19:41:46.282+00	2026-11-28 19:41:46.282+00	\N	1	\N	\N	\N	\N
large	01a223ad-8daa-721b-86ee-af46a6ad395d	Task 4	\N	2026-11-28 19:41:46.282+00	2026-11-28 19:41:46.282+00	2026-11-28 19:41:46.282+00	1	\N	\N	\N	\N
large	01a223ad-8daa-721c-a02d-6dc963c24443	Task 5	\N	2026-11-28 19:41:46.282+00	2026-11-28 19:41:46.282+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dab-774a-93d3-5fe61f4125d0	Task 6	\N	2026-11-28 19:41:46.283+00	2026-11-28 19:41:46.283+00	\N	1	\N	\N	\N	\N
large	01a223ad-8daf-74e9-8557-3cc66815d287	Task 0	\N	2026-11-28 19:41:46.287+00	2026-11-28 19:41:46.287+00	2026-11-28 19:41:46.287+00	1	\N	\N	\N	\N
large	01a223ad-8db0-76a2-90bd-06b2b0496ddd	Task 1	\N	2026-11-28 19:41:46.288+00	2026-11-28 19:41:46.288+00	\N	1	\N	\N	\N	\N
large	01a223ad-8db0-76a3-8825-e8223d8ee865	Task 2	\N	2026-11-28 19:41:46.288+00	2026-11-28 19:41:46.288+00	\N	1	\N	\N	\N	\N
large	01a223ad-8db0-76a4-9a99-e2d29026b821	Task 3	\N	2026-11-28 19:41:46.288+00	2026-11-28 19:41:46.288+00	2026-11-28 19:41:46.288+00	1	\N	\N	\N	\N
large	01a223ad-8db1-76d6-86f5-50d996ae4811	Task 4	\N	2026-11-28 19:41:46.289+00	2026-11-28 19:41:46.289+00	\N	1	\N	\N	\N	\N
large	01a223ad-8db1-76d7-820c-1885cf768343	Task 5	\N	2026-11-28 19:41:46.289+00	2026-11-28 19:41:46.289+00	\N	1	\N	\N	\N	\N
large	01a223ad-8db2-773c-9e9a-c4efbf712861	Task 6	\N	2026-11-28 19:41:46.29+00	2026-11-28 19:41:46.29+00	2026-11-28 19:41:46.29+00	1	\N	\N	\N	\N
large	01a223ad-8db2-773d-aea0-6177893c1526	Task 0	\N	2026-11-28 19:41:46.29+00	2026-11-28 19:41:46.29+00	\N	1	\N	\N	\N	\N
large	01a223ad-8db2-773e-b1ae-5e971c5c91c3	Task 1	\N	2026-11-28 19:41:46.29+00	2026-11-28 19:41:46.29+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dbb-728d-a667-72f488aa59a4	Task 2	\N	2026-11-28 19:41:46.299+00	2026-11-28 19:41:46.299+00	2026-11-28 19:41:46.299+00	1	\N	\N	\N	\N
large	01a223ad-8dbc-7635-9e63-e921658d3a4d	Task 3	\N	2026-11-28 19:41:46.3+00	2026-11-28 19:41:46.3+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dc5-7351-9918-30e665cd02c1	Task 4	\N	2026-11-28 19:41:46.309+00	2026-11-28 19:41:46.309+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dc6-75c7-8505-e0fdfea0082b	Task 5	\N	2026-11-28 19:41:46.31+00	2026-11-28 19:41:46.31+00	2026-11-28 19:41:46.31+00	1	\N	\N	\N	\N
large	01a223ad-8dc6-75c8-b045-a320c88a6896	Task 6	\N	2026-11-28 19:41:46.31+00	2026-11-28 19:41:46.31+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dc6-75c9-b1b6-9d97af5dfeda	Task 0	\N	2026-11-28 19:41:46.31+00	2026-11-28 19:41:46.31+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dc7-714d-b772-9bdc4af68162	Task 1	\N	2026-11-28 19:41:46.311+00	2026-11-28 19:41:46.311+00	2026-11-28 19:41:46.311+00	1	\N	\N	\N	\N
large	01a223ad-8dc7-714e-8a33-3cd1101d9e1d	Task 2	\N	2026-11-28 19:41:46.311+00	2026-11-28 19:41:46.311+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dd0-7286-837b-a69c87282360	Task 3	\N	2026-11-28 19:41:46.32+00	2026-11-28 19:41:46.32+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dd3-7617-9aaf-3f90bb0ce8b5	Task 4	\N	2026-11-28 19:41:46.323+00	2026-11-28 19:41:46.323+00	2026-11-28 19:41:46.323+00	1	\N	\N	\N	\N
large	01a223ad-8dd3-7618-8d7f-7cadcb581fd4	Task 5	\N	2026-11-28 19:41:46.323+00	2026-11-28 19:41:46.323+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dd8-70e4-bbaf-42c5dbc65fb3	Task 6	\N	2026-11-28 19:41:46.328+00	2026-11-28 19:41:46.328+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dd8-70e5-bafa-44fa54cb080d	Task 0	\N	2026-11-28 19:41:46.328+00	2026-11-28 19:41:46.328+00	2026-11-28 19:41:46.328+00	1	\N	\N	\N	\N
large	01a223ad-8dd9-73e7-add3-fe6184566d86	Task 1	\N	2026-11-28 19:41:46.329+00	2026-11-28 19:41:46.329+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dd9-73e8-af71-aed87cbb9d82	Task 2	\N	2026-11-28 19:41:46.329+00	2026-11-28 19:41:46.329+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dd9-73e9-afa4-73a126504b86	Task 3	\N	2026-11-28 19:41:46.329+00	2026-11-28 19:41:46.329+00	2026-11-28 19:41:46.329+00	1	\N	\N	\N	\N
large	01a223ad-8dda-7493-8f47-721d6d17bf40	Task 4	\N	2026-11-28 19:41:46.33+00	2026-11-28 19:41:46.33+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dda-7494-bfdd-ddf15b45a42e	Task 5	\N	2026-11-28 19:41:46.33+00	2026-11-28 19:41:46.33+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dda-7495-9dcf-499d80967060	Task 6	\N	2026-11-28 19:41:46.33+00	2026-11-28 19:41:46.33+00	2026-11-28 19:41:46.33+00	1	\N	\N	\N	\N
large	01a223ad-8ddb-71d4-be3f-b42bb1b5c177	Task 0	\N	2026-11-28 19:41:46.331+00	2026-11-28 19:41:46.331+00	\N	1	\N	\N	\N	\N
large	01a223ad-8ddb-71d5-9180-2ebb81ed0c07	Task 1	\N	2026-11-28 19:41:46.331+00	2026-11-28 19:41:46.331+00	\N	1	\N	\N	\N	\N
large	01a223ad-8ddb-71d6-bb52-500d3e415979	Task 2	\N	2026-11-28 19:41:46.331+00	2026-11-28 19:41:46.331+00	2026-11-28 19:41:46.331+00	1	\N	\N	\N	\N
large	01a223ad-8ddc-771b-bdb5-1b0e0a91d872	Task 3	\N	2026-11-28 19:41:46.332+00	2026-11-28 19:41:46.332+00	\N	1	\N	\N	\N	\N
large	01a223ad-8ddc-771c-b23a-4b887ff42c6f	Task 4	\N	2026-11-28 19:41:46.332+00	2026-11-28 19:41:46.332+00	\N	1	\N	\N	\N	\N
large	01a223ad-8de5-734a-9e22-022536d8a640	Task 5	\N	2026-11-28 19:41:46.341+00	2026-11-28 19:41:46.341+00	2026-11-28 19:41:46.341+00	1	\N	\N	\N	\N
large	01a223ad-8de6-7444-85f5-79e48b1aa193	Task 6	\N	2026-11-28 19:41:46.342+00	2026-11-28 19:41:46.342+00	\N	1	\N	\N	\N	\N
large	01a223ad-8de6-7445-a50a-06209d73c067	Task 0	\N	2026-11-28 19:41:46.342+00	2026-11-28 19:41:46.342+00	\N	1	\N	\N	\N	\N
large	01a223ad-8de7-7573-b342-85a532e33f06	Task 1	\N	2026-11-28 19:41:46.343+00	2026-11-28 19:41:46.343+00	2026-11-28 19:41:46.343+00	1	\N	\N	\N	\N
large	01a223ad-8de7-7574-99ae-fec94e895af3	Task 2	\N	2026-11-28 19:41:46.343+00	2026-11-28 19:41:46.343+00	\N	1	\N	\N	\N	\N
large	01a223ad-8de8-74fb-a3f8-068660253f92	Task 3	\N	2026-11-28 19:41:46.344+00	2026-11-28 19:41:46.344+00	\N	1	\N	\N	\N	\N
large	01a223ad-8de8-74fc-b32f-399a9187e445	Task 4	\N	2026-11-28 19:41:46.344+00	2026-11-28 19:41:46.344+00	2026-11-28 19:41:46.344+00	1	\N	\N	\N	\N
large	01a223ad-8de8-74fd-9129-1eae8b22309e	Task 5	\N	2026-11-28 19:41:46.344+00	2026-11-28 19:41:46.344+00	\N	1	\N	\N	\N	\N
large	01a223ad-8de9-748c-bccf-d8cc33ea4bbf	Task 6	\N	2026-11-28 19:41:46.345+00	2026-11-28 19:41:46.345+00	\N	1	\N	\N	\N	\N
large	01a223ad-8deb-7377-a461-4237414c5881	Task 0	\N	2026-11-28 19:41:46.347+00	2026-11-28 19:41:46.347+00	2026-11-28 19:41:46.347+00	1	\N	\N	\N	\N
large	01a223ad-8deb-7378-9e5f-9ba50f757cc4	Task 1	\N	2026-11-28 19:41:46.347+00	2026-11-28 19:41:46.347+00	\N	1	\N	\N	\N	\N
large	01a223ad-8deb-7379-859e-a04ca9aaef1a	Task 2	\N	2026-11-28 19:41:46.347+00	2026-11-28 19:41:46.347+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dec-7586-97ce-b548359bff88	Task 3	\N	2026-11-28 19:41:46.348+00	2026-11-28 19:41:46.348+00	2026-11-28 19:41:46.348+00	1	\N	\N	\N	\N
large	01a223ad-8dec-7587-bbb9-c5ff68d4b6e6	Task 4	\N	2026-11-28 19:41:46.348+00	2026-11-28 19:41:46.348+00	\N	1	\N	\N	\N	\N
large	01a223ad-8ded-77ac-afed-a7f3ffe9b2b1	Task 5	\N	2026-11-28 19:41:46.349+00	2026-11-28 19:41:46.349+00	\N	1	\N	\N	\N	\N
large	01a223ad-8ded-77ad-9913-5ddc8209f915	Task 6	\N	2026-11-28 19:41:46.349+00	2026-11-28 19:41:46.349+00	2026-11-28 19:41:46.349+00	1	\N	\N	\N	\N
large	01a223ad-8dee-71d1-ae21-927eb937afb6	Task 0	\N	2026-11-28 19:41:46.35+00	2026-11-28 19:41:46.35+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dee-71d2-af5f-995ac96d3395	Task 1	\N	2026-11-28 19:41:46.35+00	2026-11-28 19:41:46.35+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dee-71d3-aea0-02fcb36dedb9	Task 2	\N	2026-11-28 19:41:46.35+00	2026-11-28 19:41:46.35+00	2026-11-28 19:41:46.35+00	1	\N	\N	\N	\N
large	01a223ad-8dee-71d4-b881-1409db8b634f	Task 3	\N	2026-11-28 19:41:46.35+00	2026-11-28 19:41:46.35+00	\N	1	\N	\N	\N	\N
large	01a223ad-8def-756c-9110-3a4754d5aeae	Task 4	\N	2026-11-28 19:41:46.351+00	2026-11-28 19:41:46.351+00	\N	1	\N	\N	\N	\N
large	01a223ad-8def-756d-8831-7e3086ab5d6d	Task 5	\N	2026-11-28 19:41:46.351+00	2026-11-28 19:41:46.351+00	2026-11-28 19:41:46.351+00	1	\N	\N	\N	\N
large	01a223ad-8def-756e-afbe-a2bc39ad20e3	Task 6	\N	2026-11-28 19:41:46.351+00	2026-11-28 19:41:46.351+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df0-73b3-bc00-bcbc36bc390e	Task 0	\N	2026-11-28 19:41:46.352+00	2026-11-28 19:41:46.352+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df0-73b4-bc1b-6c41e037ea33	Task 1	\N	2026-11-28 19:41:46.352+00	2026-11-28 19:41:46.352+00	2026-11-28 19:41:46.352+00	1	\N	\N	\N	\N
large	01a223ad-8df0-73b5-90ae-7ee06fa2807d	Task 2	\N	2026-11-28 19:41:46.352+00	2026-11-28 19:41:46.352+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df3-7582-a3bf-7790b761fa3f	Task 3	\N	2026-11-28 19:41:46.355+00	2026-11-28 19:41:46.355+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df3-7583-a69b-765c88ead598	Task 4	\N	2026-11-28 19:41:46.355+00	2026-11-28 19:41:46.355+00	2026-11-28 19:41:46.355+00	1	\N	\N	\N	\N
large	01a223ad-8df4-766a-8d8d-5d6e5eb7f95c	Task 5	\N	2026-11-28 19:41:46.356+00	2026-11-28 19:41:46.356+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df4-766b-a1dd-1d0af6402588	Task 6	\N	2026-11-28 19:41:46.356+00	2026-11-28 19:41:46.356+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df4-766c-874b-649b57d18c2d	Task 0	\N	2026-11-28 19:41:46.356+00	2026-11-28 19:41:46.356+00	2026-11-28 19:41:46.356+00	1	\N	\N	\N	\N
large	01a223ad-8df5-7063-b83c-a7c28a96c134	Task 1	\N	2026-11-28 19:41:46.357+00	2026-11-28 19:41:46.357+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df5-7064-8a4f-3b80bdc97510	Task 2	\N	2026-11-28 19:41:46.357+00	2026-11-28 19:41:46.357+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df5-7065-b323-1a8ae7bad2ee	Task 3	\N	2026-11-28 19:41:46.357+00	2026-11-28 19:41:46.357+00	2026-11-28 19:41:46.357+00	1	\N	\N	\N	\N
large	01a223ad-8df6-715c-a64b-f077e769b16d	Task 4	\N	2026-11-28 19:41:46.358+00	2026-11-28 19:41:46.358+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df6-715d-945b-51dcd098f2c4	Task 5	\N	2026-11-28 19:41:46.358+00	2026-11-28 19:41:46.358+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df6-715e-b928-ab98706cb93c	Task 6	\N	2026-11-28 19:41:46.358+00	2026-11-28 19:41:46.358+00	2026-11-28 19:41:46.358+00	1	\N	\N	\N	\N
large	01a223ad-8df6-715f-9dc0-fbe667fefb15	Task 0	\N	2026-11-28 19:41:46.358+00	2026-11-28 19:41:46.358+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df7-760e-8a16-d5e808d5bcc5	Task 1	\N	2026-11-28 19:41:46.359+00	2026-11-28 19:41:46.359+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df7-760f-bd18-fea8055208af	Task 2	\N	2026-11-28 19:41:46.359+00	2026-11-28 19:41:46.359+00	2026-11-28 19:41:46.359+00	1	\N	\N	\N	\N
large	01a223ad-8df7-7610-8834-cfe7a3b347b3	Task 3	\N	2026-11-28 19:41:46.359+00	2026-11-28 19:41:46.359+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df8-7403-9722-7c44f8601711	Task 4	\N	2026-11-28 19:41:46.36+00	2026-11-28 19:41:46.36+00	\N	1	\N	\N	\N	\N
large	01a223ad-8df8-7404-b8d6-225d6e003971	Task 5	\N	2026-11-28 19:41:46.36+00	2026-11-28 19:41:46.36+00	2026-11-28 19:41:46.36+00	1	\N	\N	\N	\N
large	01a223ad-8dfb-77ab-b472-aedc122f335d	Task 6	\N	2026-11-28 19:41:46.363+00	2026-11-28 19:41:46.363+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfb-77ac-ae03-d0f2d3872c1c	Task 0	\N	2026-11-28 19:41:46.363+00	2026-11-28 19:41:46.363+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfc-72e0-8bad-c0f7196b3fd1	Task 1	\N	2026-11-28 19:41:46.364+00	2026-11-28 19:41:46.364+00	2026-11-28 19:41:46.364+00	1	\N	\N	\N	\N
large	01a223ad-8dfc-72e1-8f4c-fabd21bb77b8	Task 2	\N	2026-11-28 19:41:46.364+00	2026-11-28 19:41:46.364+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfc-72e2-9320-34ae4e93d509	Task 3	\N	2026-11-28 19:41:46.364+00	2026-11-28 19:41:46.364+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfd-7530-af3c-c93f793fd99e	Task 4	\N	2026-11-28 19:41:46.365+00	2026-11-28 19:41:46.365+00	2026-11-28 19:41:46.365+00	1	\N	\N	\N	\N
large	01a223ad-8dfd-7531-b5b3-3dfd8ac6501c	Task 5	\N	2026-11-28 19:41:46.365+00	2026-11-28 19:41:46.365+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfd-7532-b683-3429731ba49f	Task 6	\N	2026-11-28 19:41:46.365+00	2026-11-28 19:41:46.365+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfe-72fe-8cd3-c419ff847f3b	Task 0	\N	2026-11-28 19:41:46.366+00	2026-11-28 19:41:46.366+00	2026-11-28 19:41:46.366+00	1	\N	\N	\N	\N
large	01a223ad-8dfe-72ff-aa59-37d67a85b918	Task 1	\N	2026-11-28 19:41:46.366+00	2026-11-28 19:41:46.366+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dfe-7300-b758-2a9b7823a0bb	Task 2	\N	2026-11-28 19:41:46.366+00	2026-11-28 19:41:46.366+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dff-7308-b2fd-2301692c2107	Task 3	\N	2026-11-28 19:41:46.367+00	2026-11-28 19:41:46.367+00	2026-11-28 19:41:46.367+00	1	\N	\N	\N	\N
large	01a223ad-8dff-7309-81c5-b3ab1d28c24c	Task 4	\N	2026-11-28 19:41:46.367+00	2026-11-28 19:41:46.367+00	\N	1	\N	\N	\N	\N
large	01a223ad-8dff-730a-89de-d3b44623c7ca	Task 5	\N	2026-11-28 19:41:46.367+00	2026-11-28 19:41:46.367+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e00-7703-8801-0984bc9d390b	Task 6	\N	2026-11-28 19:41:46.368+00	2026-11-28 19:41:46.368+00	2026-11-28 19:41:46.368+00	1	\N	\N	\N	\N
large	01a223ad-8e00-7704-ada8-386f4e5fed30	Task 0	\N	2026-11-28 19:41:46.368+00	2026-11-28 19:41:46.368+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e00-7705-b0fe-cbf14b9e6332	Task 1	\N	2026-11-28 19:41:46.368+00	2026-11-28 19:41:46.368+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e00-7706-9111-11e953f9b295	Task 2	\N	2026-11-28 19:41:46.368+00	2026-11-28 19:41:46.368+00	2026-11-28 19:41:46.368+00	1	\N	\N	\N	\N
large	01a223ad-8e01-722d-a4dd-46fbc0fd1975	Task 3	\N	2026-11-28 19:41:46.369+00	2026-11-28 19:41:46.369+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e03-72d8-9db2-56e978b62521	Task 4	\N	2026-11-28 19:41:46.371+00	2026-11-28 19:41:46.371+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e03-72d9-96ae-a0ef646917a5	Task 5	\N	2026-11-28 19:41:46.371+00	2026-11-28 19:41:46.371+00	2026-11-28 19:41:46.371+00	1	\N	\N	\N	\N
large	01a223ad-8e04-77a8-8a86-24992d6d85d5	Task 6	\N	2026-11-28 19:41:46.372+00	2026-11-28 19:41:46.372+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e04-77a9-8ec8-7fe3429cb3e7	Task 0	\N	2026-11-28 19:41:46.372+00	2026-11-28 19:41:46.372+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e04-77aa-ac9f-0a2ba141e140	Task 1	\N	2026-11-28 19:41:46.372+00	2026-11-28 19:41:46.372+00	2026-11-28 19:41:46.372+00	1	\N	\N	\N	\N
large	01a223ad-8e04-77ab-9389-a7208533b367	Task 2	\N	2026-11-28 19:41:46.372+00	2026-11-28 19:41:46.372+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e05-707f-a026-b7f45e07281a	Task 3	\N	2026-11-28 19:41:46.373+00	2026-11-28 19:41:46.373+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e05-7080-a9ef-8c1fcb3b7061	Task 4	\N	2026-11-28 19:41:46.373+00	2026-11-28 19:41:46.373+00	2026-11-28 19:41:46.373+00	1	\N	\N	\N	\N
large	01a223ad-8e07-70cd-8d7f-1e603ad3ad47	Task 5	\N	2026-11-28 19:41:46.375+00	2026-11-28 19:41:46.375+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e08-72af-a703-83d375ecdaea	Task 6	\N	2026-11-28 19:41:46.376+00	2026-11-28 19:41:46.376+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e08-72b0-bdea-5996c6246710	Task 0	\N	2026-11-28 19:41:46.376+00	2026-11-28 19:41:46.376+00	2026-11-28 19:41:46.376+00	1	\N	\N	\N	\N
large	01a223ad-8e08-72b1-92c5-772cd1b34014	Task 1	\N	2026-11-28 19:41:46.376+00	2026-11-28 19:41:46.376+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e09-7660-b181-441fb8d1c0ae	Task 2	\N	2026-11-28 19:41:46.377+00	2026-11-28 19:41:46.377+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e09-7661-a11f-d6543f98f6c8	Task 3	\N	2026-11-28 19:41:46.377+00	2026-11-28 19:41:46.377+00	2026-11-28 19:41:46.377+00	1	\N	\N	\N	\N
large	01a223ad-8e09-7662-9058-07579efd0ac8	Task 4	\N	2026-11-28 19:41:46.377+00	2026-11-28 19:41:46.377+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e0a-7238-b731-8ab1111446cd	Task 5	\N	2026-11-28 19:41:46.378+00	2026-11-28 19:41:46.378+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e0b-771c-b380-e2930daa7a00	Task 6	\N	2026-11-28 19:41:46.379+00	2026-11-28 19:41:46.379+00	2026-11-28 19:41:46.379+00	1	\N	\N	\N	\N
large	01a223ad-8e0b-771d-96ae-96b1865dcb4f	Task 0	\N	2026-11-28 19:41:46.379+00	2026-11-28 19:41:46.379+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e0c-7604-a0d4-80738aa235ea	Task 1	\N	2026-11-28 19:41:46.38+00	2026-11-28 19:41:46.38+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e0f-733a-94e1-d415c673facb	Task 2	\N	2026-11-28 19:41:46.383+00	2026-11-28 19:41:46.383+00	2026-11-28 19:41:46.383+00	1	\N	\N	\N	\N
large	01a223ad-8e10-73f0-b4c2-dc88ad5c103f	Task 3	\N	2026-11-28 19:41:46.384+00	2026-11-28 19:41:46.384+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e10-73f1-8ea1-9f2c20325d44	Task 4	\N	2026-11-28 19:41:46.384+00	2026-11-28 19:41:46.384+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e10-73f2-b371-8fbcd6c2f5b1	Task 5	\N	2026-11-28 19:41:46.384+00	2026-11-28 19:41:46.384+00	2026-11-28 19:41:46.384+00	1	\N	\N	\N	\N
large	01a223ad-8e11-76ea-a09e-6b64abf10aaf	Task 6	\N	2026-11-28 19:41:46.385+00	2026-11-28 19:41:46.385+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e11-76eb-a849-21efa3e23119	Task 0	\N	2026-11-28 19:41:46.385+00	2026-11-28 19:41:46.385+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e13-7558-b86d-5a8d67507084	Task 1	\N	2026-11-28 19:41:46.387+00	2026-11-28 19:41:46.387+00	2026-11-28 19:41:46.387+00	1	\N	\N	\N	\N
large	01a223ad-8e13-7559-87b6-1f82ffbf9ba5	Task 2	\N	2026-11-28 19:41:46.387+00	2026-11-28 19:41:46.387+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e14-753b-90f9-55949b9c8a89	Task 3	\N	2026-11-28 19:41:46.388+00	2026-11-28 19:41:46.388+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e14-753c-82f9-0f57462b23c4	Task 4	\N	2026-11-28 19:41:46.388+00	2026-11-28 19:41:46.388+00	2026-11-28 19:41:46.388+00	1	\N	\N	\N	\N
large	01a223ad-8e15-745e-b1e4-7aacc616137b	Task 5	\N	2026-11-28 19:41:46.389+00	2026-11-28 19:41:46.389+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e15-745f-b0d7-526c16c55c5e	Task 6	\N	2026-11-28 19:41:46.389+00	2026-11-28 19:41:46.389+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e15-7460-9d3e-d0be4751e5eb	Task 0	\N	2026-11-28 19:41:46.389+00	2026-11-28 19:41:46.389+00	2026-11-28 19:41:46.389+00	1	\N	\N	\N	\N
large	01a223ad-8e16-70b8-803b-233bc28c59ef	Task 1	\N	2026-11-28 19:41:46.39+00	2026-11-28 19:41:46.39+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e16-70b9-8cef-bb2eb878ee39	Task 2	\N	2026-11-28 19:41:46.39+00	2026-11-28 19:41:46.39+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e16-70ba-a895-bb47caee4905	Task 3	\N	2026-11-28 19:41:46.39+00	2026-11-28 19:41:46.39+00	2026-11-28 19:41:46.39+00	1	\N	\N	\N	\N
large	01a223ad-8e17-70de-bd2c-e3e51e61e8d3	Task 4	\N	2026-11-28 19:41:46.391+00	2026-11-28 19:41:46.391+00	\N	1	\N	\N	\N	\N
large	01a223ad-8e17-70df-820d-f4bb268038a6	Task 5	\N	2026-11-28 19:41:46.391+00	2026-11-28 19:41:46.391+00	\N	1	\N	\N	\N	\N
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (id, created_at, indexing) FROM stdin;
alice	2026-11-28 19:41:46.072+00	0
böb/%2F;'	2026-11-28 19:41:46.188+00	0
carol	2026-11-28 19:41:46.189+00	0
emptied	2026-11-28 19:41:46.19+00	0
large	2026-11-28 19:41:46.192+00	0
\.


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (user_id, id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: tasks_by_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_created_at ON public.tasks USING btree (user_id, sort_status, created_at, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_by_idempotency_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX tasks_by_idempotency_key ON public.tasks USING btree (user_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);


--
-- Name: tasks_by_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_title ON public.tasks USING btree (user_id, sort_status, title, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_by_updated_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_updated_at ON public.tasks USING btree (user_id, sort_status, sort_updated_at, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_in_default_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_in_default_order ON public.tasks USING btree (user_id, created_at, id);


--
-- Name: tasks tasks_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
--


